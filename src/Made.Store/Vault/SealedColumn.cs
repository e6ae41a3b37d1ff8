namespace Made.Store.Vault;

/// <summary>A column of the records whose values lie sealed, each bound to its row.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column; text.</param>
/// <param name="Key">The column that finds the row again.</param>
/// <param name="Row">What says which row it is, as SQL that gives the same text on both databases: <see cref="At"/> is told the same values in the same order.</param>
public sealed record SealedColumn(string Table, string Column, string Key, IReadOnlyList<string> Row)
{
    /// <summary>Who, by role, signed a sharing agreement for an organisation: for many bodies that is one person.</summary>
    public static SealedColumn SignatoryRole { get; } = new("sharing_steps", "role", "number", ["agreement", "CAST(version AS TEXT)", "step", "other"]);

    /// <summary>By which the identity provider knows this site. It is bound to the issuer, so that nobody who may write the records can have it sent elsewhere.</summary>
    public static SealedColumn ProviderSecret { get; } = new("identity_providers", "client_secret", "issuer", ["issuer", "client_id"]);

    /// <summary>The key of somebody's authenticator: whoever has it has their codes.</summary>
    public static SealedColumn CodeKey { get; } = new("accounts", "code_key", "id", ["LOWER(CAST(id AS TEXT))"]) { IsOptional = true };

    /// <summary>What the mail server asks of this site. It is bound to where and how it is given, so that nobody who may write the records can have it said elsewhere or in clear.</summary>
    public static SealedColumn MailPassword { get; } = new("mail_servers", "password", "host", ["host", "CAST(port AS TEXT)", "user_name", "tls"]) { IsOptional = true };

    /// <summary>Where somebody is told that something is new.</summary>
    public static SealedColumn MailAddress { get; } = new("accounts", "mail_address", "id", ["LOWER(CAST(id AS TEXT))"]) { IsOptional = true };

    /// <summary>Every sealed column. A column that is added here has its earlier values sealed at the next start.</summary>
    public static IReadOnlyList<SealedColumn> All { get; } = [SignatoryRole, ProviderSecret, CodeKey, MailPassword, MailAddress];

    /// <summary>True where an empty value says that there is none, and is not sealed.</summary>
    public bool IsOptional { get; init; }

    public string Name => $"{Table}.{Column}";

    /// <summary>Its rows, those left out that hold none.</summary>
    public string Rows => IsOptional ? $"(SELECT * FROM {Table} WHERE {Column} <> '') AS held" : Table;

    public string Purpose => $"field-{Table}-{Column}".Replace('_', '-');

    public SealedPlace At(params IReadOnlyList<string> row) => row.Count == Row.Count
        ? new(this, row)
        : throw new ArgumentException($"{Name} is bound to {Row.Count} values of its row, not {row.Count}.", nameof(row));
}

/// <summary>One field: what a sealed value is bound to besides its key.</summary>
public sealed record SealedPlace(SealedColumn Column, IReadOnlyList<string> Row)
{
    public override string ToString() => $"{Column.Name} of {string.Join('/', Row)}";

    internal byte[] Bound(KeyId key) => Envelope.Bound(["field", key.ToString(), Column.Table, Column.Column, .. Row]);
}
