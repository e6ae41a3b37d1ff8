// A button that copies the address of a selection. Without script there is none: the address is a link beside it.
export function copyLinks (root) {
  if (!navigator.clipboard) return
  for (const link of root.querySelectorAll('a[data-copy]')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'govuk-button govuk-button--quiet made-copy'
    button.textContent = link.dataset.copy || 'Copy the link'
    const said = document.createElement('span')
    said.setAttribute('role', 'status')
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(link.href)
      said.textContent = ' Copied'
      setTimeout(() => { said.textContent = '' }, 4000)
    })
    link.after(button, said)
  }
}
