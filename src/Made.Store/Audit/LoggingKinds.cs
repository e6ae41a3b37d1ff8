using Made.Store.Records;

namespace Made.Store.Audit;

/// <summary>The six kinds of operation that section 62 of the Data Protection Act 2018 asks to be logged, and what is none of them.</summary>
public enum LoggingKind
{
    Collection,
    Alteration,
    Consultation,
    Disclosure,
    Combination,
    Erasure,

    /// <summary>The working of the program itself: nothing about anybody was touched.</summary>
    Housekeeping,
}

/// <summary>One kind of change: how a person calls it, and what it is in the words of section 62.</summary>
/// <param name="Code">As it stands in the audit.</param>
/// <param name="Logged">Which of the six it is.</param>
/// <param name="Words">What happened, in words.</param>
public sealed record ChangeKind(string Code, LoggingKind Logged, string Words);

/// <summary>The one table of change kinds; the page and the documentation are made from it.</summary>
public static class LoggingKinds
{
    public static IReadOnlyList<ChangeKind> All { get; } =
    [
        new(ChangeKinds.RecordsMigrated, LoggingKind.Housekeeping, "The records took the form of a later version of the program"),
        new(ChangeKinds.RecordsBound, LoggingKind.Housekeeping, "The records were bound to their home"),
        new(ChangeKinds.SupplyAccepted, LoggingKind.Collection, "A file was accepted as a supply"),
        new(ChangeKinds.SupplySuperseded, LoggingKind.Alteration, "A later file took the place of a supply"),
        new(ChangeKinds.SupplyWithdrawn, LoggingKind.Alteration, "A supply was withdrawn"),
        new(ChangeKinds.SupplyRestored, LoggingKind.Alteration, "An earlier supply counts again"),
        new(ChangeKinds.ReceiptKept, LoggingKind.Collection, "A file was received and checked"),
        new(ChangeKinds.FileChecked, LoggingKind.Consultation, "A file was checked without being stored"),
        new(ChangeKinds.MappingKept, LoggingKind.Alteration, "What a supplier's name stands for was remembered"),
        new(ChangeKinds.MappingRemoved, LoggingKind.Alteration, "A supplier's name is no longer read as before"),
        new(ChangeKinds.SendingKeyMade, LoggingKind.Alteration, "A key was made by which a program sends files"),
        new(ChangeKinds.SendingKeyRevoked, LoggingKind.Alteration, "A key by which a program sends files was revoked"),
        new(ChangeKinds.PackAdopted, LoggingKind.Collection, "The partnership's pack was taken over"),
        new(ChangeKinds.PackUpdated, LoggingKind.Alteration, "A newer pack was taken over"),
        new(ChangeKinds.IndicatorDefined, LoggingKind.Alteration, "An indicator was defined"),
        new(ChangeKinds.IndicatorChanged, LoggingKind.Alteration, "An indicator was defined anew"),
        new(ChangeKinds.IndicatorRetired, LoggingKind.Alteration, "An indicator was retired"),
        new(ChangeKinds.IndicatorTakenBack, LoggingKind.Alteration, "A retired indicator was taken back"),
        new(ChangeKinds.TableSaved, LoggingKind.Alteration, "A table was saved"),
        new(ChangeKinds.TableRemoved, LoggingKind.Alteration, "A saved table was removed from the list; it can be taken back"),
        new(ChangeKinds.TableTakenBack, LoggingKind.Alteration, "A removed table was taken back"),
        new(ChangeKinds.SharingAdded, LoggingKind.Alteration, "A sharing agreement was added"),
        new(ChangeKinds.SharingRevised, LoggingKind.Alteration, "A sharing agreement got a new version"),
        new(ChangeKinds.SharingSigned, LoggingKind.Alteration, "A sharing agreement was signed"),
        new(ChangeKinds.SharingEnded, LoggingKind.Alteration, "A sharing agreement was ended"),
        new(ChangeKinds.ReturnReceived, LoggingKind.Collection, "A statutory return was received"),
        new(ChangeKinds.ReturnChased, LoggingKind.Alteration, "A statutory return was chased"),
        new(ChangeKinds.ReturnNotHeld, LoggingKind.Alteration, "A statutory return was noted as not held"),
        new(ChangeKinds.ReturnTakenBack, LoggingKind.Alteration, "A note on a statutory return was taken back"),
        new(ChangeKinds.EditionKept, LoggingKind.Combination, "Supplies were counted together into an edition"),
        new(ChangeKinds.EditionReleased, LoggingKind.Disclosure, "An edition was released to partners and public"),
        new(ChangeKinds.EditionScheduled, LoggingKind.Housekeeping, "A time was set for the release of a draft"),
        new(ChangeKinds.EditionUnscheduled, LoggingKind.Housekeeping, "The time set for a release was taken back"),
        new(ChangeKinds.EditionHeld, LoggingKind.Housekeeping, "A draft was not released: held against what was released before, it would disclose"),
        new(ChangeKinds.EditionNoteWritten, LoggingKind.Alteration, "A note on a draft was written"),
        new(ChangeKinds.EditionNoteRemoved, LoggingKind.Alteration, "A note on a draft was removed"),
        new(ChangeKinds.ReleaseSettingMade, LoggingKind.Alteration, "Whether a partnership's editions are released by themselves was set"),
        new(ChangeKinds.Subscribed, LoggingKind.Housekeeping, "Somebody began to follow what is released"),
        new(ChangeKinds.Unsubscribed, LoggingKind.Housekeeping, "Somebody stopped following what is released"),
        new(ChangeKinds.ReleasesRead, LoggingKind.Housekeeping, "Somebody marked what was released as read"),
        new(ChangeKinds.PapersMade, LoggingKind.Disclosure, "Papers for a meeting were made"),
        new(ChangeKinds.ProductFiled, LoggingKind.Collection, "An intelligence product was filed"),
        new(ChangeKinds.ProductRevised, LoggingKind.Alteration, "An intelligence product got a further version"),
        new(ChangeKinds.ProductWithdrawn, LoggingKind.Alteration, "An intelligence product was withdrawn"),
        new(ChangeKinds.ProductFileTaken, LoggingKind.Disclosure, "The file of an intelligence product was taken away"),
        new(ChangeKinds.RequestAsked, LoggingKind.Housekeeping, "Something was asked of the analysts"),
        new(ChangeKinds.RequestAccepted, LoggingKind.Housekeeping, "A request was accepted"),
        new(ChangeKinds.RequestAnswered, LoggingKind.Housekeeping, "A request was answered"),
        new(ChangeKinds.RequestDeclined, LoggingKind.Housekeeping, "A request was declined"),
        new(ChangeKinds.RequestTakenBack, LoggingKind.Housekeeping, "A request was taken back by whoever asked"),
        new(ChangeKinds.VintageAdopted, LoggingKind.Collection, "Lookups, populations and boundaries were loaded"),
        new(ChangeKinds.JobStarted, LoggingKind.Housekeeping, "A job started"),
        new(ChangeKinds.JobFinished, LoggingKind.Housekeeping, "A job ended"),
        new(ChangeKinds.JobAbandoned, LoggingKind.Housekeeping, "A job was given up: its process had ended"),
        new(ChangeKinds.AuditExported, LoggingKind.Disclosure, "The audit was exported"),
        new(ChangeKinds.BackupWritten, LoggingKind.Disclosure, "A backup was written"),
        new(ChangeKinds.VaultKeyMade, LoggingKind.Housekeeping, "A key was made in the vault"),
        new(ChangeKinds.VaultColumnSealed, LoggingKind.Housekeeping, "What a column held before was sealed"),
        new(ChangeKinds.VaultRotationBegun, LoggingKind.Housekeeping, "Renewing the vault's keys began"),
        new(ChangeKinds.VaultFieldsSealedAgain, LoggingKind.Housekeeping, "Fields were sealed again under a new key"),
        new(ChangeKinds.VaultRotated, LoggingKind.Housekeeping, "The vault's keys were renewed"),
        new(ChangeKinds.VaultKeyDestroyed, LoggingKind.Erasure, "A key was destroyed, and with it all that it sealed"),
        new(ChangeKinds.OriginalSealed, LoggingKind.Collection, "A file was sealed as it was received"),
        new(ChangeKinds.OriginalOpened, LoggingKind.Consultation, "A sealed original was opened"),
        new(ChangeKinds.OriginalHeld, LoggingKind.Alteration, "A sealed original is held beyond its day"),
        new(ChangeKinds.OriginalReleased, LoggingKind.Alteration, "The hold on a sealed original was lifted"),
        new(ChangeKinds.OriginalDestroyed, LoggingKind.Erasure, "A sealed original was destroyed"),
        new(ChangeKinds.ThreadEntryKept, LoggingKind.Collection, "An entry of the golden thread was kept, or a further version of one"),
        new(ChangeKinds.ThreadStepTaken, LoggingKind.Alteration, "An entry of the golden thread took a step"),
        new(ChangeKinds.AccountAdded, LoggingKind.Collection, "An account was added"),
        new(ChangeKinds.AccountDisabled, LoggingKind.Alteration, "An account was disabled"),
        new(ChangeKinds.AccountEnabled, LoggingKind.Alteration, "A disabled account was enabled again"),
        new(ChangeKinds.AccountLocked, LoggingKind.Alteration, "An account was locked after too many failures"),
        new(ChangeKinds.PasswordChanged, LoggingKind.Alteration, "A password was changed"),
        new(ChangeKinds.SecondFactorEnrolled, LoggingKind.Alteration, "A second factor was enrolled"),
        new(ChangeKinds.SecondFactorRemoved, LoggingKind.Alteration, "A second factor was removed"),
        new(ChangeKinds.RecoveryCodeUsed, LoggingKind.Alteration, "A recovery code was used in place of the second factor"),
        new(ChangeKinds.GrantProposed, LoggingKind.Alteration, "A role was proposed"),
        new(ChangeKinds.GrantMade, LoggingKind.Alteration, "A role was granted"),
        new(ChangeKinds.GrantDeclined, LoggingKind.Alteration, "A proposed role was declined"),
        new(ChangeKinds.GrantRevoked, LoggingKind.Alteration, "A grant was revoked"),
        new(ChangeKinds.SignedIn, LoggingKind.Housekeeping, "Somebody signed in"),
        new(ChangeKinds.SignInRenewed, LoggingKind.Housekeeping, "Somebody signed in gave password or code again"),
        new(ChangeKinds.ViewedAs, LoggingKind.Housekeeping, "Somebody began or ended to look as another role does"),
        new(ChangeKinds.SignInFailed, LoggingKind.Housekeeping, "A sign-in failed"),
        new(ChangeKinds.SignedOut, LoggingKind.Housekeeping, "Somebody signed out"),
        new(ChangeKinds.ProviderSet, LoggingKind.Alteration, "An identity provider was set"),
        new(ChangeKinds.ProviderCleared, LoggingKind.Alteration, "The identity provider was cleared, and its sign-ins ended"),
        new(ChangeKinds.MailServerSet, LoggingKind.Alteration, "A mail server was set"),
        new(ChangeKinds.MailServerCleared, LoggingKind.Alteration, "The mail server was cleared"),
        new(ChangeKinds.MailAddressGiven, LoggingKind.Alteration, "An e-mail address was given, and whether its owner is told by e-mail"),
        new(ChangeKinds.MailAddressRemoved, LoggingKind.Alteration, "An e-mail address was removed"),
        new(ChangeKinds.MailNoticesQueued, LoggingKind.Housekeeping, "Messages that something is new were made"),
        new(ChangeKinds.MailNoticeSent, LoggingKind.Housekeeping, "The mail server took a message that something is new"),
        new(ChangeKinds.MailNoticesFailed, LoggingKind.Housekeeping, "The mail server did not take messages; they are tried again"),
        new(ChangeKinds.MailNoticeGivenUp, LoggingKind.Housekeeping, "A message was given up after a day of tries"),
        new(ChangeKinds.MailNoticesDropped, LoggingKind.Housekeeping, "Messages were dropped: read meanwhile, or no longer asked for"),
        new(ChangeKinds.SignInRequired, LoggingKind.Housekeeping, "Sign-in was made a duty also at the machine"),
        new(ChangeKinds.SignInNotRequired, LoggingKind.Housekeeping, "The person at the machine may act without signing in again"),
        new(ChangeKinds.AccessRefused, LoggingKind.Housekeeping, "Somebody known asked for what no grant allows"),
    ];

    /// <summary>The kind of a code; a code of a later version of the program is shown as it is.</summary>
    public static ChangeKind Of(string code) => All.FirstOrDefault(k => k.Code == code) ?? new ChangeKind(code, LoggingKind.Housekeeping, code);
}
