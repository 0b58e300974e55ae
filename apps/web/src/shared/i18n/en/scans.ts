export const scans = {
  'scans.title': 'From scanners',
  'scans.help':
    'What became of the files that scanners laid into the inlets (shared folders and the like). What was taken in stands in the receipts of its section, not yet received: correct title and sender when you receive it.',
  'scans.separator': 'Separator sheet (PDF)',
  'scans.views': 'Narrow the list down',
  'scans.all': 'All',
  'scans.state.taken': 'Taken in',
  'scans.state.repeated': 'Same as one taken in',
  'scans.state.refused': 'Not acceptable',
  'scans.state.waiting': 'Waiting',
  'scans.repeatedHelp':
    'The same content was taken in before, so there is no second receipt. Where one is needed, register it by hand.',
  'scans.aside': 'The file itself lies in rejected/{id} of its inlet, with the reason beside it.',
  'scans.notWatched':
    'This town takes nothing from scanners. To begin, the system administrator sets the place (SCAN_FOLDER or SCAN_BUCKET) and the inlets (scan_inlets.csv).',
  'scans.empty': 'Nothing yet. What a scanner lays into an inlet appears here within a minute.',
} as const;
