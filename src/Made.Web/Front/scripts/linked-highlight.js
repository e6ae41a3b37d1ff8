// The same area lights up in the map, the bars and the table: everything that carries its code in data-area.
export function linkedHighlight (root) {
  const mark = (event, on) => {
    const area = event.target.closest?.('[data-area]')?.dataset.area
    if (!area) return
    for (const twin of root.querySelectorAll(`[data-area="${CSS.escape(area)}"]`)) twin.classList.toggle('made-linked', on)
  }
  root.addEventListener('pointerover', event => mark(event, true))
  root.addEventListener('pointerout', event => mark(event, false))
  root.addEventListener('focusin', event => mark(event, true))
  root.addEventListener('focusout', event => mark(event, false))
}
