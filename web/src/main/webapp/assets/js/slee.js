/* Asks before what disturbs, shows that something is under way, and leads to a form that has opened. */
const sheet = document.getElementById('sure');
let asked = null;

document.addEventListener('click', event => {
  const button = event.target.closest('[data-sure]');
  if (!button || button === asked) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  sheet.querySelector('p').textContent = button.dataset.sure;
  sheet.returnValue = '';
  sheet.addEventListener('close', () => {
    if (sheet.returnValue !== 'yes') return;
    asked = button;
    button.click();
    asked = null;
  }, { once: true });
  sheet.showModal();
}, true);

const busy = document.getElementById('busy');
let opened = null;
window.jQuery(document)
  .on('pfAjaxSend', () => { busy.hidden = false; })
  .on('pfAjaxComplete', () => {
    busy.hidden = true;
    const form = document.querySelector('#entity-form section');
    if (form && form !== opened) form.querySelector('input').focus();
    opened = form;
  });
