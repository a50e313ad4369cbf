import { createContext, use } from 'react';

/** What an input needs to know of the field around it. */
export interface FieldPlace {
  readonly inputId: string;
  readonly labelId: string;
  readonly faultId: string;
  readonly isFaulty: boolean;
  /** Says what is wrong with what is typed, before anything is sent; `undefined` takes it back. */
  readonly tellOwnFault: (sentence: string | undefined) => void;
}

export const FieldContext = createContext<FieldPlace | null>(null);

/** The field around an input, if there is one. */
export function useFieldPlace(): FieldPlace | null {
  return use(FieldContext);
}

/** The attributes that tie an input to its label and its fault; `unsettled` says why its text stands for nothing yet. */
export function fieldAttributes(place: FieldPlace | null, unsettled?: string) {
  if (!place) return {};
  return {
    ...(unsettled === undefined
      ? {}
      : { 'data-unsettled': unsettled, onInvalid: () => place.tellOwnFault(unsettled) }),
    id: place.inputId,
    'aria-invalid': place.isFaulty,
    ...(place.isFaulty ? { 'aria-describedby': place.faultId } : {}),
  };
}
