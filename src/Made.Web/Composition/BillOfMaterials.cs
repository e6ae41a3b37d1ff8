using System.Text.Json;
using System.Text.Json.Nodes;
using Made.Store.Records;

namespace Made.Web.Composition;

/// <summary>
/// What the program is made of, in CycloneDX's form: every package that the lock files name, with its version. The same lock files give the same
/// bytes: it carries no time and no number of its own.
/// </summary>
internal static class BillOfMaterials
{
    private const string Analyzers = "Analyzer";
    private const string Required = "required";
    private const string Excluded = "excluded";

    /// <summary>Packages of the front end that are built into <c>wwwroot</c>; the others of <c>devDependencies</c> only build.</summary>
    private static readonly string[] BuiltIn = ["govuk-frontend", "@ministryofjustice/frontend"];

    /// <summary>Null where the program runs without the project's lock files.</summary>
    public static string? Of(string root)
    {
        var (packages, front) = (Path.Combine(root, "src", "Made.Web", "packages.lock.json"), Path.Combine(root, "package-lock.json"));
        if (!File.Exists(packages) || !File.Exists(front))
            return null;
        List<Part> parts = [.. OfNuGet(File.ReadAllText(packages)), .. OfNpm(File.ReadAllText(front))];
        parts.Sort((a, b) => string.CompareOrdinal(a.Url, b.Url));
        var bill = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = new JsonObject { ["type"] = "application", ["bom-ref"] = "made", ["name"] = "MADE Interactive" } },
            ["components"] = new JsonArray([.. parts.Select(p => (JsonNode)Component(p))]),
            ["dependencies"] = new JsonArray([.. parts.Where(p => p.Needs.Count > 0).Select(p => (JsonNode)Needs(p, parts))]),
        };
        return System.Text.Encoding.UTF8.GetString(Json.Document(bill));
    }

    /// <summary>The lock file of the program itself names the packages of all four projects.</summary>
    private static IEnumerable<Part> OfNuGet(string text)
    {
        using var json = JsonDocument.Parse(text);
        foreach (var framework in json.RootElement.GetProperty("dependencies").EnumerateObject())
            foreach (var package in framework.Value.EnumerateObject().Where(p => p.Value.GetProperty("type").GetString() != "Project"))
            {
                var version = package.Value.GetProperty("resolved").GetString()!;
                yield return new Part("nuget", package.Name, version, package.Name.Contains(Analyzers, StringComparison.Ordinal) ? Excluded : Required, "", "", Named(package.Value));
            }
    }

    private static IEnumerable<Part> OfNpm(string text)
    {
        using var json = JsonDocument.Parse(text);
        foreach (var package in json.RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0))
        {
            var name = package.Name[(package.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..];
            var isDevelopment = package.Value.TryGetProperty("dev", out var dev) && dev.GetBoolean();
            // The engine's native part is there for each system; the build takes the one of its own.
            var scope = isDevelopment && !BuiltIn.Contains(name) ? Excluded : package.Value.TryGetProperty("optional", out var optional) && optional.GetBoolean() ? "optional" : Required;
            var hash = package.Value.TryGetProperty("integrity", out var integrity) && integrity.GetString()!.StartsWith("sha512-", StringComparison.Ordinal)
                ? Convert.ToHexStringLower(Convert.FromBase64String(integrity.GetString()!["sha512-".Length..]))
                : "";
            var licence = package.Value.TryGetProperty("license", out var named) ? named.GetString()! : "";
            yield return new Part("npm", name, package.Value.GetProperty("version").GetString()!, scope, licence, hash, Named(package.Value));
        }
    }

    private static List<string> Named(JsonElement package) =>
        package.TryGetProperty("dependencies", out var needs) ? [.. needs.EnumerateObject().Select(n => n.Name).Order(StringComparer.Ordinal)] : [];

    private static JsonObject Component(Part part)
    {
        var component = new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = part.Url,
            ["name"] = part.Name,
            ["version"] = part.Version,
            ["scope"] = part.Scope,
        };
        if (part.Sha512.Length > 0)
            component["hashes"] = new JsonArray(new JsonObject { ["alg"] = "SHA-512", ["content"] = part.Sha512 });
        if (part.Licence.Length > 0)
            component["licenses"] = new JsonArray(new JsonObject { ["license"] = new JsonObject { ["id"] = part.Licence } });
        component["purl"] = part.Url;
        return component;
    }

    private static JsonObject Needs(Part part, List<Part> parts) => new JsonObject
    {
        ["ref"] = part.Url,
        ["dependsOn"] = new JsonArray([.. parts.Where(p => p.Kind == part.Kind && part.Needs.Contains(p.Name)).Select(p => (JsonNode)p.Url)]),
    };

    private sealed record Part(string Kind, string Name, string Version, string Scope, string Licence, string Sha512, IReadOnlyList<string> Needs)
    {
        public string Url => $"pkg:{Kind}/{Name.Replace("@", "%40", StringComparison.Ordinal)}@{Version}";
    }
}
