/** The properties that are given, without those that are there but undefined; widgets tell the two apart. */
export function given<Properties extends object>(properties: Properties): Given<Properties> {
  // Exactly the undefined ones are left out, as the type says.
  return Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined),
  ) as Given<Properties>;
}

type Given<Properties> = { [Name in keyof Properties]: Exclude<Properties[Name], undefined> };
