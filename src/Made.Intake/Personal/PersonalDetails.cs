using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Made.Intake.Personal;

/// <summary>
/// Looks for personal details in a text. Cheap looks come first: most texts have no sign, digit or word that a closer look would need.
/// It can miss (a surname alone, a nickname) and be wrong; it is the last look at the door, not the reason why a text may be shared.
/// </summary>
public static class PersonalDetails
{
    private const int Piece = 2048;

    /// <summary>Longer than anything looked for, so that nothing hides where two pieces meet.</summary>
    private const int Overlap = 128;

    private const int MostLooks = 5;

    /// <summary>The first kind found. The bytes are UTF-8.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="today">A whole date of more than ten years before it is taken for a date of birth, without a word that says so.</param>
    public static PersonalDetail Find(ReadOnlySpan<byte> text, DateOnly today)
    {
        if (text.Length < 4)
            return PersonalDetail.None;
        var letters = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            var count = Encoding.UTF8.GetChars(text, letters);
            return Find(letters.AsSpan(0, count), today);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(letters, clearArray: true);
        }
    }

    private static PersonalDetail Find(Span<char> text, DateOnly today)
    {
        if (!Ascii.IsValid(text))
            Lookalikes.Fold(text);
        for (var from = 0; ; from += Piece - Overlap)
        {
            var piece = text.Slice(from, Math.Min(Piece, text.Length - from));
            if (InPiece(piece, today) is var found and not PersonalDetail.None)
                return found;
            if (from + Piece >= text.Length)
                return PersonalDetail.None;
        }
    }

    /// <summary>A piece is short: a look at it that took a second was taken while the machine did something else, and is taken again.</summary>
    private static PersonalDetail InPiece(ReadOnlySpan<char> text, DateOnly today)
    {
        for (var look = 1; ; look++)
            try
            {
                return Look(text, today);
            }
            catch (RegexMatchTimeoutException) when (look < MostLooks)
            {
                continue;
            }
    }

    private static PersonalDetail Look(ReadOnlySpan<char> text, DateOnly today)
    {
        var found = OnlineNames.Find(text);
        if (found == PersonalDetail.None && text.ContainsAnyInRange('0', '9'))
        {
            found = PersonalNumbers.Find(text, today);
            if (found == PersonalDetail.None)
                found = PersonalPlaces.Find(text);
        }
        return found == PersonalDetail.None && PersonNames.Find(text) ? PersonalDetail.Name : found;
    }
}
