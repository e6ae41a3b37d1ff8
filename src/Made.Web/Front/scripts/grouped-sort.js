import { SortableTable } from '@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.mjs'

// MOJ's sortable table, for tables whose rows stand in groups: rows move inside their group, the group's heading stays on top.
export class GroupedSortableTable extends SortableTable {
  getTableRowsArray () {
    return [...this.$root.querySelectorAll('tbody tr:not(.made-group)')]
  }

  addRows (rows) {
    for (const row of rows) row.parentElement.append(row)
  }

  // Only headings that can sort carry the state.
  removeButtonStates () {
    for (const heading of this.$headings) if (heading.hasAttribute('aria-sort')) heading.setAttribute('aria-sort', 'none')
  }
}
