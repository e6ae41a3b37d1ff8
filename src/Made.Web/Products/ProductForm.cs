using System.Globalization;
using Made.Core;
using Made.Core.Products;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.Web.Editions;
using Made.Web.Sharing;

namespace Made.Web.Products;

/// <summary>What is written on the form of a product; everything as it was typed, so that nothing is lost where it is refused.</summary>
public sealed class ProductForm
{
    public string? Title { get; set; }

    public string? Kind { get; set; }

    public string? Summary { get; set; }

    public string[] Issues { get; set; } = [];

    public string[] Areas { get; set; } = [];

    public string? OwnerRole { get; set; }

    public string? OwnerOrganisation { get; set; }

    public string? Marking { get; set; }

    public string? Day { get; set; }

    public string? ReviewBy { get; set; }

    public string? Link { get; set; }

    public string? Supersedes { get; set; }

    public string? Why { get; set; }

    public string? By { get; set; }

    /// <summary>The stamp of the version that was seen.</summary>
    public int Seen { get; set; }

    public static ProductForm Of(Versioned<Product> held) => new()
    {
        Title = held.Newest.Title,
        Kind = held.Newest.Kind.Code(),
        Summary = held.Newest.Summary,
        Issues = [.. held.Newest.Issues],
        Areas = [.. held.Newest.Areas.Select(a => a.Value)],
        OwnerRole = held.Newest.OwnerRole,
        OwnerOrganisation = held.Newest.OwnerOrganisation,
        Marking = held.Newest.Marking.Words(),
        Day = Text(held.Newest.Day),
        ReviewBy = Text(held.Newest.ReviewBy),
        Link = held.Newest.Link,
        Supersedes = held.Newest.Supersedes?.ToString(),
        Seen = held.Stamp,
    };

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The product as it was typed; what cannot be read adds its fault.</summary>
    public Product Read(List<(string Field, string Message)> errors)
    {
        if (!ProductKinds.TryFind(Kind ?? "", out var kind))
            errors.Add(("kind", "Choose what kind of product it is."));
        var marking = Markings.All.Where(m => m.Words() == Marking).Select(m => (Marking?)m).FirstOrDefault();
        if (marking is null)
            errors.Add(("marking", "Choose its marking."));
        var supersedes = Guid.TryParse(Supersedes, out var earlier) ? earlier : (Guid?)null;
        return new()
        {
            Title = NoteText.Plain(Title).Replace('\n', ' '),
            Kind = kind,
            Summary = NoteText.Plain(Summary),
            Issues = Issues,
            Areas = [.. Areas.Select(a => new AreaCode(a))],
            OwnerRole = NoteText.Plain(OwnerRole).Replace('\n', ' '),
            OwnerOrganisation = OwnerOrganisation ?? "",
            // Where none was chosen the product is refused; until then it counts as the stricter.
            Marking = marking ?? Core.Sharing.Marking.OfficialSensitive,
            Day = SharingForm.Day("day", Day, "the day it was finished", errors),
            ReviewBy = SharingForm.Day("reviewBy", ReviewBy, "the day of its review", errors),
            Link = (Link ?? "").Trim(),
            File = null,
            Supersedes = supersedes,
        };
    }
}
