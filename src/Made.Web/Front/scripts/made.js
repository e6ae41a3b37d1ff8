import { Button, ErrorSummary, FileUpload, NotificationBanner, Radios, SkipLink, createAll } from 'govuk-frontend'
import { chartValues } from './chart-values.js'
import { copyLinks } from './copy-link.js'
import { GroupedSortableTable } from './grouped-sort.js'
import { linkedHighlight } from './linked-highlight.js'
import { uploadProgress } from './upload.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')

for (const component of [Button, ErrorSummary, FileUpload, NotificationBanner, Radios, SkipLink, GroupedSortableTable]) createAll(component)
chartValues(document)
copyLinks(document)
linkedHighlight(document)
uploadProgress(document)
