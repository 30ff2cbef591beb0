/* The whole row opens what its link leads to; the link itself serves the keyboard. Filters that are not set stay out of the address. */
document.addEventListener('click', event => {
  const row = event.target.closest('tbody tr');
  if (!row || event.target.closest('a, button, input, audio, label') || getSelection().toString()) return;
  row.querySelector('a.row-link')?.click();
});
document.querySelector('form.filters')?.addEventListener('formdata', event => {
  for (const [name, value] of [...event.formData.entries()]) if (!value) event.formData.delete(name);
});
