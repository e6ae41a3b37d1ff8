using System.Security.Cryptography;
using Made.Core;
using Made.Core.Products;
using Made.Store.Vault;

namespace Made.Store.Records;

internal sealed class ProductFileRow
{
    public required string Id { get; init; }

    public required string Product { get; init; }

    public required string Sha256 { get; init; }

    public required string Key { get; init; }
}

/// <summary>A file that is to be attached, as it was sent.</summary>
public sealed record AttachedFile(string Name, byte[] Bytes);

/// <summary>
/// Intelligence products in their versions. What is attached lies sealed under a key of its own, as partners' files do; a version that replaces a file leaves
/// the earlier one to the earlier version.
/// </summary>
public sealed class ProductRecords
{
    internal const string Turn = "product";
    private readonly RecordsSource source;
    private readonly Home home;
    private readonly SealedFiles files;
    private readonly VersionedRecords<Product> versions;

    internal ProductRecords(RecordsSource source, Home home, KeyRing ring) =>
        (this.source, this.home, files, versions) = (source, home, new SealedFiles(source, ring, "product-file"), new VersionedRecords<Product>(source, Turn));

    public Task<IReadOnlyList<Versioned<Product>>> All() => versions.All();

    public Task<Versioned<Product>?> Find(Guid id) => versions.Find(id);

    /// <summary>Files a product, or a further version of one.</summary>
    /// <param name="id">Of the product.</param>
    /// <param name="product">As it is to stand; its file is that of the version before, unless another is attached.</param>
    /// <param name="attached">A file to attach; null for none.</param>
    /// <param name="seen">The stamp it was seen with; 0 for a new one.</param>
    /// <param name="change">Who, and why.</param>
    public async Task<Outcome<Versioned<Product>>> Keep(Guid id, Product product, AttachedFile? attached, int seen, Change change)
    {
        if (attached is null)
            return await versions.Keep(id, seen, change, (writing, held) => Next(writing, id, product with { File = held?.Newest.File }, held));
        using var staging = await StagingFolder.Begin(home);
        var file = new ProductFile(Guid.NewGuid(), attached.Name, attached.Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(attached.Bytes)));
        var staged = staging.File("attached.sealed");
        using var bytes = new MemoryStream(attached.Bytes, writable: false);
        if (!(await files.Seal(file.Id, file.Sha256, bytes, staged, change)).Succeeded(out var key, out var unsealed))
            return unsealed;
        return await versions.Keep(id, seen, change, async (writing, held) =>
        {
            var next = await Next(writing, id, product with { File = file }, held);
            if (next.Problem is not null)
                return next;
            Durable.Move(staged, home.ProductFile(file.Id));
            writing.Db.ProductFiles.Add(new() { Id = file.Id.ToString(), Product = id.ToString(), Sha256 = file.Sha256, Key = key.ToString() });
            return next;
        });
    }

    /// <summary>Takes a product off the register; what was filed stays as it was, with the reason.</summary>
    public Task<Outcome<Versioned<Product>>> Withdraw(Guid id, int seen, Change change) => versions.Keep(id, seen, change, (_, held) => Task.FromResult<Outcome<(Product, string)>>(
        held is null ? Core.Products.Problems.NoSuchProduct()
        : held.Newest.IsWithdrawn ? Core.Products.Problems.Withdrawn(held.Newest.Title)
        : (held.Newest with { IsWithdrawn = true }, ChangeKinds.ProductWithdrawn)));

    /// <summary>Writes an attached file out in clear. The row that says so is in the audit before the first byte is read.</summary>
    public async Task<Problem?> Open(ProductFile file, Stream to, Change change)
    {
        await source.Write(Turn, change, writing =>
        {
            writing.Note(ChangeKinds.ProductFileTaken, file.Id.ToString());
            return Task.FromResult(file);
        });
        return await Unseal(file, to);
    }

    /// <summary>Null where the file can be opened as what was sealed.</summary>
    public Task<Problem?> Check(ProductFile file) => Unseal(file, Stream.Null);

    private async Task<Outcome<(Product Value, string What)>> Next(Writing writing, Guid id, Product product, Versioned<Product>? held)
    {
        if (held is { Newest.IsWithdrawn: true })
            return Core.Products.Problems.Withdrawn(held.Newest.Title);
        // Read in turn: two products that name the same predecessor at once would else both take its place.
        if (product.Supersedes is not null && ProductRules.WhyNot(id, product, await versions.All(writing)) is { } why)
            return why;
        return (product, held is null ? ChangeKinds.ProductFiled : ChangeKinds.ProductRevised);
    }

    private async Task<Problem?> Unseal(ProductFile file, Stream to)
    {
        var named = file.Id.ToString();
        var keys = await source.Select("SELECT key FROM product_files WHERE id = @id", r => r.GetString(0), ("id", named));
        return keys is [var key] ? await files.Open(key, file.Id, file.Sha256, home.ProductFile(file.Id), to, Core.Products.Problems.FileMissing(file.Name)) : Core.Products.Problems.FileMissing(file.Name);
    }
}
