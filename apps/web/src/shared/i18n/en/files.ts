/** What the inspection found in a file, in the words of a clerk. */
export const files = {
  'attachment.active': 'About the original: it {what}.',
  'attachment.neutral':
    'What the page shows is free of it. Before you open the original, make sure who sent it and why.',
  'active.Macro': 'contains macros',
  'active.JavaScript': 'contains scripts',
  'active.OpenAction': 'acts when it is opened',
  'active.AdditionalActions': 'acts by itself while it is used',
  'active.Launch': 'starts other programs',
  'active.EmbeddedFile': 'has other files embedded',
  'active.RichMedia': 'contains film or sound',
  'active.XFA': 'contains a dynamic form (XFA)',
  'active.SubmitForm': 'sends what is filled in to elsewhere',
  'active.ImportData': 'reads data from elsewhere',
  'active.GoToRemote': 'opens other files',
  'active.GoToEmbedded': 'opens embedded files',
  'active.URI': 'contains links to outside',
  'active.ExternalLink': 'fetches things from outside when it is opened',
  'active.DDE': 'takes data from other programs',
  'active.ActiveX': 'contains controls (ActiveX)',
  'active.ForeignData': 'is another kind of file as well',
  'active.Opaque': 'has parts that could not be looked into',
} as const;
