import { Button, ErrorSummary, FileUpload, NotificationBanner, Radios, SkipLink, createAll } from 'govuk-frontend'
import { SortableTable } from '@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.mjs'
import { chartValues } from './chart-values.js'
import { copyLinks } from './copy-link.js'
import { linkedHighlight } from './linked-highlight.js'
import { uploadProgress } from './upload.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')

for (const component of [Button, ErrorSummary, FileUpload, NotificationBanner, Radios, SkipLink, SortableTable]) createAll(component)
chartValues(document)
copyLinks(document)
linkedHighlight(document)
uploadProgress(document)
