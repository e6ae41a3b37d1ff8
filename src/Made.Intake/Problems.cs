using Made.Core;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Intake.Personal;

namespace Made.Intake;

/// <summary>Why a whole file is refused. None repeats a cell's value.</summary>
public static class Problems
{
    private const string SaveAsCsv = "Open it in a spreadsheet program, save it as \"CSV UTF-8 (comma delimited)\" and send that file.";
    private const string AskAgain = "Ask for the file again, or pack it again from the original, and send the new copy.";
    private const string FixQuotes = "Put a cell that holds a quote or a line break in quotes, and double each quote inside it. Then send the file again.";

    public static readonly Problem EmptyFile = new("empty-file", "The file is empty: it has no header and no records.", "Send the file again with its content. If there is nothing to report, say so to the receiver.");

    public static readonly Problem NoRecords = new("no-records", "The file has a header but no records.", "Send the file again with its records. If there is nothing to report for this period, say so to the receiver.");

    public static readonly Problem PackedBytesBroken = new("packed-bytes-broken", "The file cannot be unpacked: its packed bytes are damaged or cut short.", AskAgain);

    public static readonly Problem ChecksumDiffers = new("checksum-differs", "The unpacked bytes are not the ones that were packed: length or checksum differ.", AskAgain);

    public static readonly Problem RatioTooHigh = new("unpacks-too-far", "The file unpacks to far more bytes than any real table would, so unpacking was stopped.", "Send the table as a plain CSV file.");

    public static readonly Problem ArchiveIncomplete = new("archive-incomplete", "The archive has no readable list of its members at its end: it was cut short, or other bytes follow it.", AskAgain);

    public static readonly Problem ArchiveDamaged = new("archive-damaged", "The archive's list of members contradicts itself.", AskAgain);

    public static readonly Problem ArchiveEmpty = new("archive-empty", "The archive holds no files.", "Send an archive that holds the tables.");

    public static readonly Problem MemberTwice = new("member-twice", "The archive holds two files of this name, so it is not clear which one counts.", "Pack each file once and send the archive again.");

    public static readonly Problem MemberDamaged = new("member-damaged", "The archive says that it holds this file, but the file is not where the list says.", AskAgain);

    public static readonly Problem HeadersDisagree = new("headers-disagree", "The archive describes this file in two places, and the two differ.", AskAgain);

    public static readonly Problem Encrypted = new("encrypted", "The file is protected with a password.", "Send it without a password, over a channel that is safe.");

    public static readonly Problem UnknownPacking = new("unknown-packing", "The file is packed in a way that is not read here.", "Pack it as an ordinary zip, or send the plain CSV file.");

    public static readonly Problem NestedArchive = new("archive-in-archive", "This is an archive inside another file.", "Send the inner archive on its own.");

    public static readonly Problem Utf16 = new("utf-16", "The text is stored as UTF-16 (\"Unicode text\"), which is not read here.", SaveAsCsv);

    public static readonly Problem OldWorkbook = new("old-workbook", "This is an old Excel workbook or a protected one.", "Save it without a password as .xlsx or as \"CSV UTF-8\" and send that file.");

    public static readonly Problem OtherOfficeFile = new("other-office-file", "This is an office document, but not an Excel workbook of the .xlsx kind.", "Save it as .xlsx or as \"CSV UTF-8\" and send that file.");

    public static readonly Problem WorkbookDamaged = new("workbook-damaged", "The workbook cannot be read: a part is missing, damaged or contradicts another.", "Open it in Excel, save it under a new name and send that file, or send it as \"CSV UTF-8\".");

    public static readonly Problem WorkbookHostile = new("workbook-not-safe", "The workbook holds document definitions or nesting that no real workbook has, so it was not opened.", SaveAsCsv);

    public static readonly Problem WorkbookTooFar = new("workbook-too-far", "A cell lies so far from the table that the workbook would count a great number of empty rows.", "Delete the empty rows below the table and the empty columns beside it, save and send the file again.");

    public static readonly Problem NoSheet = new("no-visible-sheet", "The workbook has no visible sheet.", "Show the sheet that holds the table, delete the hidden ones, and send the file again.");

    public static Problem NotUtf8 => new("not-utf-8", "The text is not UTF-8: it is probably stored as Windows-1252 or Latin-1, and letters such as é or £ would be lost.", SaveAsCsv);

    public static Problem QuoteNotClosed => new("quote-not-closed", "A quote opens a cell and is never closed, so the records after it cannot be told apart.", FixQuotes);

    public static Problem QuoteInDoubt => new("quote-in-doubt", "Quotes do not pair up, so it is not clear where a record ends.", FixQuotes);

    public static Problem RecordTooLong => new("record-too-long", "A record is longer than any record can be; perhaps a quote was never closed.", FixQuotes);

    public static Problem BlankHeader => new("header-blank", "A column has no name in the header.", "Give each column its name, or delete the empty column, and send the file again.");

    public static Problem HeaderTwice => new("header-twice", "Two columns have the same name, so it is not clear which one counts.", "Keep one of the two columns and send the file again.");

    public static Problem AllRejected => new("all-rejected", "No record can be kept: each one has a problem listed here.", "Correct the problems listed and send the file again.");

    public static Problem TooManyRejections => new("too-many-rejections", "More than half of the records have a problem, so nothing of the file was kept.", "Correct the problems listed and send the file again.");

    public static Problem NothingInside(long placed) => new(
        "nothing-inside", $"None of the {Words.Count(placed)} records with a place lies in the partnership's area: this seems to be the file of another one.",
        "Send the file of the partnership's own force or area.");

    public static Problem DoesNotBalance => new("does-not-balance", "The records kept, rejected and repeated do not add up to the records in the file.", "Send the file and its receipt to the maintainers: this is a fault of the program.");

    public static Problem TooManyColumns => new("too-many-columns", "The header has more columns than any table can have.", SaveAsCsv);

    public static Problem TooManyTexts => new("too-many-texts", "A column of categories holds a different text in almost every record.", "Check that the columns are in their right places and send the file again.");

    public static Problem TooManyBytes(long most) => new("too-many-bytes", $"The file holds more than {Megabytes(most)} megabytes, the most that one file may hold.", "Split it into smaller files, for example one for each month.");

    public static Problem TooManyRows(long most) => new("too-many-rows", $"The file holds more than {Words.Count(most)} records, the most that one file may hold.", "Split it into smaller files, for example one for each month.");

    public static Problem TooManyMembers(int most) => new("too-many-members", $"The archive lists more than {Words.Count(most)} files.", "Send the tables in smaller archives.");

    public static Problem NotATable(string what) => new("not-a-table", $"The content is {what}, not a table.", "Send the table itself as .csv, .csv.gz, .zip or .xlsx.");

    public static Problem NameDiffers(string content, string name) =>
        new("name-and-content-differ", $"The content is {content}, but the file's name ends in {name}.", "Give the file the name that fits its content, or send the right file.");

    public static Problem MissingColumn(string column) =>
        new("missing-column", $"The column \"{column}\" is missing from the header.", "Add the column, with exactly this name, in the first line of the file.");

    public static Problem OtherDataset(DatasetDefinition found, DatasetDefinition wanted) =>
        new("other-dataset", $"These are the columns of {found.Id} ({found.Title}), not of {wanted.Id}.", $"Send the file as {found.Id}, or choose the file of {wanted.Id}.");

    public static Problem WrongMonth(Month expected) =>
        new("wrong-month", $"The file's name says {expected.Name}, but this record is of another month.", "Check which month the file holds, correct its name or its records, and send it again.");

    public static Problem SeveralMonths(Month first) =>
        new("wrong-month", $"The file begins with {first.Name}, but this record is of another month. A file of this dataset holds one month.", "Send one file for each month.");

    public static Problem FutureMonth(Month month, Month today) =>
        new("future-month", $"The file is of {month.Name}, which lies after {today.Name}, the month we are in.", "Check the month in the file's name and records.");

    public static Problem MonthNotOver(Month month) =>
        new("month-not-over", $"{month.Name} is not over, so that the file cannot hold all of it.", "Send the file when the month is over.");

    public static Problem EndsEarly(Month month) =>
        new("ends-early", $"The records end well before {month.Name} does; of a whole month that is rarer than one in a thousand.", "Send the file with the whole of its month.");

    public static Problem NoPseudonymKey(string purpose) =>
        new("no-pseudonym-key", $"The records of this dataset are linked for the purpose '{purpose}', and its key is not at hand, so nothing was read.", "Have the key of this purpose made or put back, then send the file again.");

    internal const string PersonalColumnCode = "personal-column";

    internal static Problem PersonalColumn(PersonalDetail found) =>
        new(PersonalColumnCode, $"A cell of a column that is no place for it seems to hold {found.Words()}. It is not repeated here, and nothing of the file was kept.",
            "Take the personal details out, check that each column holds what its header says, and send the file again.");

    private static string Megabytes(long bytes) => Words.Count(bytes >> 20);
}
