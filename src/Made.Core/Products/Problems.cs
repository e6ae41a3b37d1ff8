namespace Made.Core.Products;

/// <summary>Why a product is not filed, or its file not handed out.</summary>
public static class Problems
{
    public static Problem NoSuchProduct() => new("no-such-product", "There is no such product here.", "Look for it at /products.");

    public static Problem AlreadySuperseded(string title, string by) => new(
        "product-superseded", $"'{by}' takes the place of '{title}' already.", "Name that one, or none.");

    public static Problem SupersedesItself(string title) => new(
        "product-supersedes-itself", $"'{title}' would follow from itself.", "Name another product, or none.");

    public static Problem Withdrawn(string title) => new(
        "product-withdrawn", $"'{title}' was withdrawn and no longer changes.", "File it as a new product.");

    public static Problem FileRefused(string name, string why) => new(
        "product-file-refused", $"{name} was not taken: {why}.", "Attach a PDF, Word, Excel, PowerPoint or OpenDocument file without macros.");

    public static Problem FileMissing(string name) => new(
        "product-file-missing", $"The file {name} is not in the home.", "Restore it from a backup.");
}
