using System.Text.RegularExpressions;

namespace Made.Intake.Personal;

/// <summary>Full postcodes, plates, exact places and addresses of homes. Road numbers and outward codes are none of them.</summary>
internal static partial class PersonalPlaces
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static PersonalDetail Find(ReadOnlySpan<char> text)
    {
        if (Postcode().IsMatch(text))
            return PersonalDetail.Postcode;
        if (Plate().IsMatch(text) || LabelledPlate().IsMatch(text))
            return PersonalDetail.VehiclePlate;
        if (Coordinates().IsMatch(text))
            return PersonalDetail.ExactPlace;
        return Flat().IsMatch(text) || House().IsMatch(text) ? PersonalDetail.Address : PersonalDetail.None;
    }

    /// <summary>The letters are those that BS 7666 allows in each place; "M6 2nd exit" is a road. ZZ99 has letters of its own: the NHS's codes for people without a home or from abroad.</summary>
    [GeneratedRegex(@"(?<!\w)(?![a-z]\d{1,2} (1st|2nd|3rd|\dth))[A-Z]([0-9][0-9A-HJKPSTUW]?|[A-Z][0-9][0-9ABEHMNPRVWXY]?) ?[0-9][ABD-HJLNP-UW-Z]{2}(?!\w)|\bZZ99 ?\d[A-Z]{2}\b", Plain | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Postcode();

    /// <summary>The form since 2001, that of 1983 (not with the letters that begin roads and junctions) and that of 1963. Three letters that are a word end no plate.</summary>
    [GeneratedRegex(@"(?<!\w)([A-HJ-PR-Y][A-HJ-PR-Y]\d{2} ?(?!AND|THE|FOR|OFF|NEA|ARE)[A-PR-Z]{3}|[C-HK-LNPR-Y]\d{1,3} ?(?!AND|THE|FOR|OFF|ARE|WAS|HAS|NOT)[A-PR-Z]{3}|[ABMJ]\d{1,3}[A-PR-Z]{3}|(?!AND|THE|FOR|OFF|BUS|CAR|VAN|PUB|AGE|NOT|OUT|SEE|REF|LOG|CAD|JCT)[A-Z]{3} ?\d{1,3}[A-NPR-TV-Y]|[a-z]{2}\d{2}[a-z]{3})(?!\w)", Plain, 1000)]
    private static partial Regex Plate();

    [GeneratedRegex(@"\b(reg|registration|vrm|plate|index)\b\W{0,3}(no|number|is)?\W{0,2}(?=[A-Z ]{0,4}\d)[A-Z\d]{1,4} ?[A-Z\d]{1,4}\b", Plain | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LabelledPlate();

    [GeneratedRegex(@"-?\d{1,2}\.\d{4,} ?,? ?-?\d{1,3}\.\d{4,}|///\w+\.\w+\.\w+", Plain, 1000)]
    private static partial Regex Coordinates();

    [GeneratedRegex(@"\b(flat|apartment|apt|bedsit) ?\d{1,4}[a-z]?\b", Plain | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Flat();

    private const string NoStreet = @"on|off|in|at|to|of|from|near|the|along|outside|and|males?|females?|youths?|people|persons?|men|women|boys|girls|cars?|vehicles?|bikes?|jan\w*|feb\w*|mar(ch)?|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*";

    [GeneratedRegex(@"(?<!\w)(?<!\b(?i:unit|junction|jct|bus|route|platform|gate|stop|ward|plot|no\.) ?)\d{1,4}[A-Za-z]?,? ((?!(?i:" + NoStreet + @")\b)[A-Z][\w'-]+ ){1,3}(?i:street|st|road|rd|avenue|ave|lane|ln|drive|close|way|court|crescent|cres|place|terrace|gardens|grove|brow|walk|row|mews|square|rise|hill|view|parade)\b", Plain, 1000)]
    private static partial Regex House();
}
