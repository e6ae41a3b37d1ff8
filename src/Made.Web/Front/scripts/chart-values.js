// Says the value under the pointer, or of the month reached with the arrow keys. The table under each chart says the same without script.
export function chartValues (root) {
  for (const chart of root.querySelectorAll('svg.chart[data-values]')) follow(chart)
}

function follow (chart) {
  const points = [...chart.querySelectorAll('[data-value]')]
  const figure = chart.closest('figure')
  if (points.length === 0 || !figure) return
  const readout = document.createElement('div')
  readout.className = 'made-readout'
  readout.setAttribute('role', 'status')
  readout.hidden = true
  let at = -1

  const show = index => {
    points[at]?.classList.remove('made-at')
    at = index
    const point = points[at]
    point.classList.add('made-at')
    readout.textContent = point.dataset.value
    readout.hidden = false
    if (!readout.isConnected) figure.append(readout)
    const box = point.getBoundingClientRect()
    const frame = figure.getBoundingClientRect()
    const left = box.left + box.width / 2 - frame.left - readout.offsetWidth / 2
    readout.style.left = `${Math.max(0, Math.min(left, frame.width - readout.offsetWidth))}px`
    readout.style.top = `${box.top - frame.top - readout.offsetHeight - 8}px`
  }
  const hide = () => {
    points[at]?.classList.remove('made-at')
    readout.hidden = true
  }

  chart.addEventListener('pointermove', event => {
    let nearest = 0
    let distance = Infinity
    points.forEach((point, index) => {
      const box = point.getBoundingClientRect()
      const away = Math.abs(box.left + box.width / 2 - event.clientX)
      if (away < distance) [nearest, distance] = [index, away]
    })
    show(nearest)
  })
  chart.addEventListener('pointerleave', hide)
  chart.addEventListener('blur', hide)
  chart.addEventListener('focus', () => show(points.length - 1))
  chart.addEventListener('keydown', event => {
    const step = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: points.length - 1 }[event.key]
    if (event.key === 'Escape') hide()
    if (step === undefined) return
    event.preventDefault()
    show(Math.max(0, Math.min(step, points.length - 1)))
  })
  chart.setAttribute('tabindex', '0')
}
