/* Which agents ask for help, as the server told last; the own hand among them. */
import { me, refused } from './format.js';
import { onTold, hand } from './line.js';

export let hands = [];
onTold('hands', message => { hands = message.hands; document.dispatchEvent(new CustomEvent('hands')); });

/** Whether the own hand is up. */
export const handIsUp = () => hands.some(one => one.agent === me?.id);

/** Raises or lowers the own hand, with the call it is about. */
export async function raise(up, call) {
  const refusal = await hand({ up, call: call?.id });
  if (refusal !== null) refused(refusal);
}
