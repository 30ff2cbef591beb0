/* A button that opens a menu below it, for mouse and keyboard. */
import { el } from './format.js';

export function menuButton(open, menu) {
  open.addEventListener('click', event => {
    event.stopPropagation();
    menu.hidden = !menu.hidden;
    if (!menu.hidden) menu.firstChild.focus();
  });
  menu.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); const all = [...menu.children]; all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus(); }
    // What is around the menu stays open.
    if (event.key === 'Escape') { event.stopPropagation(); menu.hidden = true; open.focus(); }
  });
  return el('div', { class: 'reason-menu' }, open, menu);
}
