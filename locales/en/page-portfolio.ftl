# The portfolio: all maps, their folders, and the ways to a new one

portfolio-page-title = Journey maps · Kelias
portfolio-shelves = Folders
portfolio-all = All maps
portfolio-archive-shelf = Archive
portfolio-deleted-shelf = Recently deleted
portfolio-deleted-what = Deleted maps can be brought back for a while.
portfolio-count = { $count ->
    [one] { $count } map
   *[other] { $count } maps
}

portfolio-search = Search maps
portfolio-account = You are { $name }
portfolio-your-name = Your name
portfolio-your-name-why = Histories and the others’ screens call you by it.
portfolio-your-name-save = Save
portfolio-version = Kelias { $version }
portfolio-sign-out = Sign out

portfolio-filter-status = Any status
portfolio-filter-owner = Any owner
portfolio-filter-tag = Any tag
portfolio-filter-clear = Clear filters
portfolio-sort = Order
portfolio-sort-changed = Last changed
portfolio-sort-title = Title
portfolio-sort-status = Status
portfolio-sort-completeness = Least complete
portfolio-sort-evidence = Least evidence
portfolio-sort-measured = Last measured
portfolio-sort-reverse = Reverse the order
portfolio-layout = Layout
portfolio-layout-cards = Cards
portfolio-layout-table = Table

portfolio-status-draft = Draft
portfolio-status-in-review = In review
portfolio-status-approved = Approved
portfolio-status-archived = Archived
portfolio-state-as-is = as is
portfolio-state-to-be = to be
portfolio-owner = Owner
portfolio-folder = Folder
portfolio-tags = Tags
portfolio-completeness = Filled in
portfolio-evidence = Evidence
portfolio-measured = Measured
portfolio-by = by { $name }
portfolio-part-of = Part of
portfolio-leads-to = Its stages lead to
portfolio-column-title = Map
portfolio-column-status = Status
portfolio-column-changed = Changed
portfolio-column-menu = Actions
portfolio-preview = { $stages ->
    [one] { $stages } stage
   *[other] { $stages } stages
}, { $columns ->
    [one] { $columns } column
   *[other] { $columns } columns
}

portfolio-menu = Actions for { $title }
portfolio-open = Open
portfolio-untitled = Untitled map
portfolio-duplicate = Duplicate
portfolio-copy-title = { $title } (copy)
portfolio-duplicated = “{ $title }” is made
portfolio-move = Move to
portfolio-move-out = No folder
portfolio-move-new = New folder…
portfolio-moved = “{ $title }” is in { $folder } now
portfolio-moved-out = “{ $title }” is in no folder now
portfolio-archive = Archive
portfolio-archived = “{ $title }” is archived
portfolio-unarchive = Take out of the archive
portfolio-unarchived = “{ $title }” is a draft again
portfolio-delete = Delete
portfolio-deleted = “{ $title }” is deleted
portfolio-restore = Bring back
portfolio-restored = “{ $title }” is back
portfolio-undo = Undo

portfolio-folder-new = New folder
portfolio-folder-create = Create
portfolio-folder-name = Name of the folder
portfolio-folder-taken = There is a folder of this name already.
portfolio-folder-menu = Actions for the folder { $folder }
portfolio-folder-rename = Rename
portfolio-folder-renamed = The folder is called { $folder } now
portfolio-folder-dissolve = Remove folder, keep maps
portfolio-folder-dissolved = The folder { $folder } is removed; its maps are kept

portfolio-nothing-found = No map fits.
portfolio-nothing-found-clear = Show all
portfolio-nothing-folder = This folder is empty. Drag maps onto its name, or use “Move to” in a map’s menu.
portfolio-nothing-archived = Nothing is archived. Archive a map to keep it out of the way without losing it.
portfolio-nothing-deleted = Nothing has been deleted lately.

portfolio-empty-title = Draw your first journey
portfolio-empty-what = A journey map shows what your customers do, think and feel, stage by stage, and where it goes wrong. Begin with one of these; everything can be changed later.
portfolio-empty-template = Start from a template
portfolio-empty-template-what = An online shop, a clinic, a restaurant, an app: stages and lanes to change as you like.
portfolio-empty-spreadsheet = Paste from a spreadsheet
portfolio-empty-spreadsheet-what = Copy your table of stages and aspects, and see it become a map.
portfolio-empty-file = Open a map file
portfolio-empty-file-what = Drop *.journey.yaml or JSON anywhere on this page.

portfolio-new = New map
portfolio-new-template = From a template
portfolio-new-spreadsheet = From a spreadsheet
portfolio-new-file = From a file
portfolio-drop = Drop map files here

portfolio-template-size = { $stages ->
    [one] { $stages } stage
   *[other] { $stages } stages
}, { $steps ->
    [0] no steps
    [one] { $steps } step
   *[other] { $steps } steps
}
portfolio-template-title = Title of the map
portfolio-template-language = Language of the map
portfolio-template-create = Create map
portfolio-picture = What the map holds

portfolio-file-what = Map files in YAML or JSON. Each becomes a map of its own; one with errors is shown with what to mend and changes nothing.
portfolio-file-choose = Choose files
portfolio-file-made = Made:
portfolio-file-mend = { $count ->
    [one] Mend this, then choose the file again.
   *[other] Mend these { $count } things, then choose the file again.
}
portfolio-diagnostic-error = error
portfolio-diagnostic-warning = warning
portfolio-diagnostic-place = line { $line }, column { $column }
portfolio-diagnostic-meant = Did you mean “{ $word }”?
portfolio-problems = { $count ->
    [one] { $count } problem in the file
   *[other] { $count } problems in the file
}
portfolio-problems-title = The file of “{ $title }”
portfolio-problems-what = The file cannot be read as a map. It is left as it is until it is mended; then the map follows it again.

portfolio-sheet-what = In Excel, Google Sheets or LibreOffice, select the table with stages across the top and aspects down the side, and copy it. You will see the map before it is made.
portfolio-sheet-paste = Paste the copied cells here
portfolio-sheet-small = That is too little for a map: copy at least a line of stages and one line below it.
portfolio-sheet-title-default = Journey from a spreadsheet
portfolio-sheet-turn = Swap lines and columns
portfolio-sheet-again = Paste again
portfolio-sheet-becomes = This becomes { $stages ->
    [one] { $stages } stage
   *[other] { $stages } stages
}, { $steps ->
    [0] no steps
    [one] { $steps } step
   *[other] { $steps } steps
} and { $lanes ->
    [one] { $lanes } lane
   *[other] { $lanes } lanes
}.
