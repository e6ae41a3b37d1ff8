using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace Made.Web.Subscriptions;

/// <summary>One entry: it never changes, and neither does its id.</summary>
/// <param name="Id">A name within this home.</param>
/// <param name="Title">What was released.</param>
/// <param name="Text">What it is and why; no figures.</param>
/// <param name="Path">Where it can be read.</param>
/// <param name="At">When it was released.</param>
public sealed record FeedEntry(string Id, string Title, string Text, string Path, DateTimeOffset At);

/// <summary>An Atom feed (RFC 4287).</summary>
/// <param name="Home">The home's own id: with it ids are the same wherever the site is reached.</param>
/// <param name="Title">What the feed tells of.</param>
/// <param name="Path">Its own address.</param>
/// <param name="Page">The page it belongs to.</param>
/// <param name="Entries">Newest first.</param>
public sealed record Feed(Guid Home, string Title, string Path, string Page, IReadOnlyList<FeedEntry> Entries)
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="origin">Scheme and host by which the site is asked.</param>
    public byte[] Write(Uri origin)
    {
        using var bytes = new MemoryStream();
        using (var w = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            w.WriteStartElement("feed", Atom);
            w.WriteAttributeString("xml", "lang", null, "en-GB");
            w.WriteElementString("id", Atom, Urn(Path));
            w.WriteElementString("title", Atom, Title);
            w.WriteElementString("updated", Atom, Instant(Entries.Count == 0 ? DateTimeOffset.UnixEpoch : Entries[0].At));
            Link(w, "self", new Uri(origin, Path));
            Link(w, "alternate", new Uri(origin, Page));
            w.WriteStartElement("author", Atom);
            w.WriteElementString("name", Atom, "MADE Interactive");
            w.WriteEndElement();
            foreach (var entry in Entries)
            {
                w.WriteStartElement("entry", Atom);
                w.WriteElementString("id", Atom, Urn(entry.Id));
                w.WriteElementString("title", Atom, entry.Title);
                w.WriteElementString("updated", Atom, Instant(entry.At));
                w.WriteElementString("published", Atom, Instant(entry.At));
                Link(w, "alternate", new Uri(origin, entry.Path));
                w.WriteElementString("summary", Atom, entry.Text);
                w.WriteEndElement();
            }
            w.WriteEndElement();
        }
        return bytes.ToArray();
    }

    private static void Link(XmlWriter w, string relation, Uri to)
    {
        w.WriteStartElement("link", Atom);
        w.WriteAttributeString("rel", relation);
        w.WriteAttributeString("href", to.AbsoluteUri);
        w.WriteEndElement();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A name-based UUID of version 8 (RFC 9562): the first 128 bits of SHA-256 over home and name.</summary>
    private string Urn(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Home:N}/{name}"));
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return $"urn:uuid:{new Guid(hash.AsSpan(0, 16), bigEndian: true)}";
    }
}
