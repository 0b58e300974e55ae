import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Settings } from '@fubako/platform/config';
import type { NextFunction, Request, Response } from 'express';
import swaggerUi from 'swagger-ui-express';

/** OpenAPI 3.1 of the API: the product's contract, committed as `apps/api/openapi.json`. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Fubako')
    .setDescription(
      'Approvals, documents and records of a municipality. Writes need an Idempotency-Key; refusals are RFC 9457 problems; ' +
        'lists page by opaque cursor; sessions are cookies.',
    )
    .setVersion('1')
    .addCookieAuth('fubako_sid')
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}

/** `/api/openapi.json` always; the page to try it out only outside production. */
export function serveOpenApi(app: NestExpressApplication, document: OpenAPIObject, settings: Settings): void {
  app.use('/api/openapi.json', (_: Request, response: Response) => {
    response.json(document);
  });
  if (settings.production) return;
  // Swagger UI styles itself inline; only this page, only outside production, may do so.
  const relaxed = (_: Request, response: Response, next: NextFunction) => {
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; script-src 'self'",
    );
    next();
  };
  app.use(
    '/api/docs',
    relaxed,
    swaggerUi.serve,
    swaggerUi.setup(undefined, { swaggerOptions: { url: '/api/openapi.json' } }),
  );
}
