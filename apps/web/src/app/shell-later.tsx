import { HelpSheet } from './help-sheet';
import SessionWatch from './session-watch';
import { TourStrip } from './tour-strip';

/** What every screen has and the first one can do without. */
export default function ShellLater() {
  return (
    <>
      <TourStrip />
      <HelpSheet />
      <SessionWatch />
    </>
  );
}
