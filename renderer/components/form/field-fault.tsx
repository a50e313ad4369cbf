import type { FieldPlace } from './field-context.ts';

/** What is wrong with a field, under it. */
export function FieldFault({
  place,
  sentence,
}: {
  readonly place: FieldPlace;
  readonly sentence: string | undefined;
}) {
  if (sentence === undefined) return null;
  return (
    <div className="field-fault" id={place.faultId} title={sentence}>
      {sentence}
    </div>
  );
}
