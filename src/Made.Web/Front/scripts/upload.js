// Shows how much of an upload has gone. The answer of the server replaces the page, as it does without script.
export function uploadProgress (root) {
  for (const form of root.querySelectorAll('form[data-upload-progress]')) {
    form.addEventListener('submit', event => {
      if (![...form.querySelectorAll('input[type=file]')].some(input => input.files.length > 0)) return
      event.preventDefault()
      send(form, event.submitter)
    })
  }
}

function send (form, submitter) {
  const place = document.createElement('div')
  place.className = 'made-progress'
  place.innerHTML = '<label><span role="status">Sending…</span><progress max="100" value="0"></progress></label>'
  form.append(place)
  const bar = place.querySelector('progress')
  const said = place.querySelector('span')
  const request = new XMLHttpRequest()
  let told = -1
  request.upload.addEventListener('progress', event => {
    if (!event.lengthComputable) return
    const share = Math.floor(100 * event.loaded / event.total)
    bar.value = share
    if (share === 100) said.textContent = 'Sent. Checking each row…'
    else if (share >= told + 10) said.textContent = `Sending: ${told = share}%`
  })
  request.addEventListener('load', () => {
    if (request.status < 400 && request.responseURL !== form.action) return location.assign(request.responseURL)
    const page = new DOMParser().parseFromString(request.responseText, 'text/html')
    document.title = page.title
    document.body.replaceWith(document.adoptNode(page.body))
    window.scrollTo(0, 0)
  })
  request.addEventListener('error', () => {
    said.textContent = 'The connection was lost before the file had arrived. Nothing was stored. Try again.'
    bar.remove()
    submitter?.removeAttribute('disabled')
  })
  request.open(form.method, form.action)
  request.send(new FormData(form, submitter))
}
