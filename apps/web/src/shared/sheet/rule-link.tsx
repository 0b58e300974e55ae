/** The number of a rule, and the way to what the manual says of it; in a tab of its own, so that nothing typed is left. */
export function RuleLink({ rule, chapter = 'routes' }: { rule: string; chapter?: 'routes' | 'files' }) {
  if (rule === '') return null;
  return (
    <a
      href={`/manual?chapter=${chapter}`}
      target="_blank"
      rel="noreferrer"
      className="inline-block min-h-6 text-12 text-key-900 underline"
    >
      {rule}
    </a>
  );
}
