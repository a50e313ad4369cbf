/** What somebody has filled in of an act, by the names of its fields. */
export type TypedValues = Readonly<Record<string, unknown>>;

const typed = new Map<string, TypedValues>();

/**
 * What was typed into the form of an act and not sent, as long as the window is open: another act, another record of the list or
 * another person's act upon this one takes the form away, and not the words. `form` names person, act and record.
 */
export const typedValues = {
  of: (form: string): TypedValues | undefined => typed.get(form),
  /** A record that was picked is picked anew: its field would show no name for it. */
  keep: (form: string, values: TypedValues): void => {
    typed.set(form, Object.fromEntries(Object.entries(values).filter(([name]) => !name.endsWith('Id'))));
  },
  /** The act is done, or the person lets it be. */
  forget: (form: string): void => void typed.delete(form),
};
