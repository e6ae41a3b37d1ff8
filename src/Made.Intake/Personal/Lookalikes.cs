namespace Made.Intake.Personal;

/// <summary>Letters of other alphabets that look like ours, and digits of other forms, so that an address typed with one of them is still seen.</summary>
internal static class Lookalikes
{
    private const string Other = "аесорхуіјѕԁһАВЕКМНОРСТХУІЈЅαορνΑΒΕΗΙΚΜΝΟΡΤΥΧ";
    private const string Ours = "aecopxyijsdhABEKMHOPCTXYIJSaopvABEHIKMNOPTYX";

    public static void Fold(Span<char> text)
    {
        foreach (ref var letter in text)
        {
            if (letter < 0x80)
                continue;
            if (letter is >= '\uFF01' and <= '\uFF5E')
                letter = (char)(letter - 0xFEE0);
            else if (char.IsDigit(letter))
                letter = (char)('0' + (int)char.GetNumericValue(letter));
            else if (char.IsWhiteSpace(letter))
                letter = ' ';
            else if (letter is '\u2019' or '\u2018')
                letter = '\'';
            else if (letter is >= '\u2010' and <= '\u2015')
                letter = '-';
            else if (Other.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at)
                letter = Ours[at];
        }
    }
}
