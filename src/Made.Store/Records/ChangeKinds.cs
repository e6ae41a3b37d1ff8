namespace Made.Store.Records;

/// <summary>What an audit row can say happened. One list, so that nobody has to guess which events exist.</summary>
public static class ChangeKinds
{
    public const string RecordsMigrated = "records-migrated";
    public const string RecordsBound = "records-bound-to-home";
    public const string SupplyAccepted = "supply-accepted";
    public const string SupplySuperseded = "supply-superseded";
    public const string SupplyWithdrawn = "supply-withdrawn";
    public const string SupplyRestored = "supply-restored";
    public const string ReceiptKept = "receipt-kept";
    public const string PackAdopted = "pack-adopted";
    public const string PackUpdated = "pack-updated";
    public const string IndicatorDefined = "indicator-defined";
    public const string IndicatorChanged = "indicator-changed";
    public const string IndicatorRetired = "indicator-retired";
    public const string IndicatorTakenBack = "indicator-taken-back";
    public const string TableSaved = "table-saved";
    public const string TableRemoved = "table-removed";
    public const string TableTakenBack = "table-taken-back";
    public const string SharingAdded = "sharing-agreement-added";
    public const string SharingRevised = "sharing-agreement-revised";
    public const string SharingSigned = "sharing-agreement-signed";
    public const string SharingEnded = "sharing-agreement-ended";
    public const string ReturnReceived = "statutory-return-received";
    public const string ReturnChased = "statutory-return-chased";
    public const string ReturnNotHeld = "statutory-return-not-held";
    public const string ReturnTakenBack = "statutory-return-taken-back";
    public const string EditionKept = "edition-kept";
    public const string VintageAdopted = "reference-vintage-adopted";
    public const string JobStarted = "job-started";
    public const string JobFinished = "job-finished";
    public const string JobAbandoned = "job-abandoned";
    public const string AuditExported = "audit-exported";
    public const string BackupWritten = "backup-written";
    public const string VaultKeyMade = "vault-key-made";
    public const string VaultColumnSealed = "vault-column-sealed";
    public const string VaultRotationBegun = "vault-rotation-begun";
    public const string VaultFieldsSealedAgain = "vault-fields-sealed-again";
    public const string VaultRotated = "vault-rotated";
    public const string VaultKeyDestroyed = "vault-key-destroyed";
    public const string OriginalSealed = "original-sealed";
    public const string OriginalOpened = "original-opened";
    public const string OriginalHeld = "original-held";
    public const string OriginalReleased = "original-released";
    public const string OriginalDestroyed = "original-destroyed";
}
