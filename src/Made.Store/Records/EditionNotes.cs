using Made.Core;
using Made.Core.Calendar;
using Made.Core.Editions;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>A note that waits for the release of its month's draft.</summary>
/// <param name="Note">What it says.</param>
/// <param name="State">Moves with each change: a change made from an earlier state is refused. 0 where there is none yet.</param>
public sealed record WaitingNote(EditionNote Note, long State);

/// <summary>Notes on drafts. They belong to the month until it is released, so that a draft that is built again keeps them; then they are frozen with the edition.</summary>
public sealed class EditionNotes
{
    private readonly RecordsSource source;

    internal EditionNotes(RecordsSource source) => this.source = source;

    /// <summary>The notes that wait for a month's release.</summary>
    public Task<IReadOnlyList<WaitingNote>> Of(Month month) => Waiting(source, month);

    /// <summary>Keeps a note, or removes it where its text is empty.</summary>
    /// <param name="month">The month, which has a draft.</param>
    /// <param name="note">What it says.</param>
    /// <param name="state">The state it was written from: see <see cref="WaitingNote.State"/>.</param>
    /// <param name="change">Who writes it, and why.</param>
    public Task<Outcome<EditionNote>> Keep(Month month, EditionNote note, long state, Change change) => source.Write<Outcome<EditionNote>>(EditionRecords.Turn, change, async writing =>
    {
        var code = month.ToString();
        var newest = await writing.Db.Editions.Where(e => e.Month == code).MaxAsync(e => (int?)e.Number);
        if (newest is null || await writing.Db.EditionSteps.AnyAsync(s => s.Month == code && s.Edition == newest && s.Step == ReleaseRecords.Released))
            return Core.Editions.Problems.NoDraft(month);
        var row = await writing.Db.EditionNotes.SingleOrDefaultAsync(r => r.Month == code && r.Area == note.Area && r.Indicator == note.Indicator);
        if ((row?.At ?? 0) != state)
            return Core.Editions.Problems.NoteChanged();
        var subject = $"{code} {note.Indicator} {note.Area}".Trim();
        if (note.Text.Length == 0)
        {
            if (row is not null)
            {
                writing.Db.EditionNotes.Remove(row);
                writing.Note(ChangeKinds.EditionNoteRemoved, subject);
            }
            return note;
        }
        if (row is null)
            writing.Db.EditionNotes.Add(new EditionNoteRow { Month = code, Area = note.Area, Indicator = note.Indicator, Text = note.Text, Role = note.Role, Day = note.Day, At = Instants.Micros(change.At) });
        else
            (row.Text, row.Role, row.Day, row.At) = (note.Text, note.Role, note.Day, Math.Max(Instants.Micros(change.At), row.At + 1));
        writing.Note(ChangeKinds.EditionNoteWritten, subject);
        return note;
    });

    internal static async Task<IReadOnlyList<WaitingNote>> Waiting(RecordsSource source, Month month) => await source.Select(
        "SELECT area, indicator, text, role, day, at FROM edition_notes WHERE month = @month ORDER BY indicator, area",
        r => new WaitingNote(
            new EditionNote { Area = r.GetString(0), Indicator = r.GetString(1), Text = r.GetString(2), Role = r.GetString(3), Day = r.GetFieldValue<DateOnly>(4) },
            r.GetInt64(5)),
        ("@month", month.ToString()));

    internal static EditionNote Of(EditionNoteRow row) => new() { Area = row.Area, Indicator = row.Indicator, Text = row.Text, Role = row.Role, Day = row.Day };
}
