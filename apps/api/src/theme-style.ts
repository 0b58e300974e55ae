import type { NestExpressApplication } from '@nestjs/platform-express';
import { MunicipalitySettings, tonesOf } from '@fubako/organisation';
import { UnitOfWork } from '@fubako/platform/database';
import type { NextFunction, Request, Response } from 'express';

/** `/theme.css`: the colour of the municipality, where it has one of its own. Before the first import there is none. */
export function serveTheme(app: NestExpressApplication): void {
  const uow = app.get(UnitOfWork, { strict: false });
  const settings = app.get(MunicipalitySettings, { strict: false });
  const style = async (): Promise<string> => {
    const { themeColour } = await uow.read(() => settings.current());
    if (themeColour === null) return '';
    const tones = Object.entries(tonesOf(themeColour)).map(([tone, value]) => `--color-key-${tone}:${value}`);
    return `:root{${tones.join(';')}}`;
  };
  app.use('/theme.css', (_request: Request, response: Response, next: NextFunction) => {
    style()
      .catch(() => '')
      .then((text) => response.type('css').setHeader('Cache-Control', 'max-age=300').send(text), next);
  });
}
