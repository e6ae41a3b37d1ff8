using Made.Core;
using Made.Core.Exchange;

namespace Made.Store.Records;

/// <summary>What can be expected to go wrong with a home and its records.</summary>
public static class Problems
{
    public static Problem NoHome(string folder) => new(
        "no-home", $"There is no home in {folder}.", "Make one with: made init --pack NAME --home DIR.");

    public static Problem HomeExists(string folder) => new(
        "home-exists", $"There already is a home in {folder}.", "Use it, or name another folder.");

    public static Problem FolderNotEmpty(string folder) => new(
        "folder-not-empty", $"{folder} holds files that are not a home.", "Name an empty or new folder.");

    public static Problem RestoreUnfinished(string folder) => new(
        "restore-unfinished", $"A backup was being restored into {folder} when that was ended, so it is not whole.", "Restore it again, into the same folder.");

    public static Problem KeysInsideHome(string keys) => new(
        "keys-inside-home", $"The keys folder {keys} lies inside the home, so a backup of the home would carry its own keys.", "Name a folder outside the home with --keys.");

    public static Problem HomeNewer(int layout) => new(
        "home-newer", $"This home was written by a later version of the program (layout {layout}).", "Use that version, or restore a backup.");

    public static Problem RecordsUnreachable(string where) => new(
        "records-unreachable", $"The records database {where} does not answer.", "Start it, create the empty database, or correct MADE_RECORDS or the home's settings.json.");

    public static Problem RecordsRefused(string why) => new(
        "records-refused",
        $"The records did not take the change and its audit row, so nothing of it was kept: {why}",
        "Free the disk, end what holds the database or see to the rights of its file; then do it again.");

    public static Problem RecordsNewer(string migration) => new(
        "records-newer", $"The records were changed by a later version of the program ({migration}).", "Use that version, or restore a backup.");

    public static Problem RecordsOfAnotherHome() => new(
        "records-of-another-home", "The records database belongs to another home, or this home has files and the database is empty.", "Correct MADE_RECORDS or the home's settings.json, or restore home and records together.");

    public static Problem NoSuchSupply(string id) => new(
        "no-such-supply", $"There is no supply {id}.", "List the supplies with: made supplies.");

    public static Problem AlreadyWithdrawn(string id) => new(
        "already-withdrawn", $"Supply {id} is already withdrawn.", "Nothing needs to be done.");

    public static Problem OlderRelease(Supply held, DateOnly offered) => new(
        "older-release",
        $"The file was released on {offered:yyyy-MM-dd}; {held.Id}, which is held, was released on {held.Released:yyyy-MM-dd}.",
        "Send the later release, or withdraw the supply that is held first.");

    public static Problem OverlappingPeriod(Supply held, string period) => new(
        "overlapping-period",
        $"The file covers {period}; {held.Id} is held and covers {held.Period}, so some months would be counted twice.",
        "Send a file that covers all of the period held, or withdraw the supply that is held first.");

    public static Problem SupplyReplaced(Supply completed) => new(
        "supply-replaced", $"{completed.Id} was replaced or withdrawn meanwhile, so that there is nothing that these records complete.", "Send the whole file.");

    public static Problem MappingTaken(Mapping held) => new(
        "mapping-taken", $"\"{held.Sent}\" stands for {(held.Kind == MappingKind.Column ? $"the column {held.Column}" : held.Meant)} already.", "Remove that first, then say what it stands for now.");

    public static Problem MappingGone() => new(
        "mapping-gone", "This name was removed meanwhile.", "Nothing needs to be done; see the list.");

    public static Problem NoSuchKey() => new(
        "no-such-key", "There is no such key.", "List them with: made key list.");

    public static Problem KeyRevoked() => new(
        "key-revoked", "This key was revoked already.", "Nothing needs to be done.");

    public static Problem PackAlreadyAdopted(string id) => new(
        "pack-already-adopted", $"This home already has the pack {id}.", "Update it with: made pack update.");

    public static Problem NoPack() => new(
        "no-pack", "This home has no pack yet.", "Make a home with: made init --pack NAME.");

    public static Problem OtherPack(string held, string offered) => new(
        "other-pack", $"This home has the pack {held}; it cannot be updated from {offered}.", "Name the same pack, or make another home.");

    public static Problem PackNamesTwice(string kind, string id) => new(
        "pack-names-twice", $"The pack names the {kind} {id} twice.", "Take one of the two lines out of the pack.");

    public static Problem IndicatorExists(string id) => new(
        "indicator-exists", $"There already is an indicator {id}.", "Choose another id, or make a further version of that indicator.");

    public static Problem NoSuchIndicator(string id) => new(
        "no-such-indicator", $"There is no indicator {id} here.", "See the list of indicators.");

    public static Problem IndicatorRetired(string id) => new(
        "indicator-retired", $"The indicator {id} is retired.", "Take the retirement back first.");

    public static Problem IndicatorNotRetired(string id) => new(
        "indicator-not-retired", $"The indicator {id} is not retired.", "Nothing needs to be done.");

    public static Problem IndicatorChangedMeanwhile(string id, int version) => new(
        "indicator-changed-meanwhile", $"Somebody else made version {version} of {id} in the meantime.", "Look at that version, then make yours from it.");

    public static Problem NothingChanged(string id, int version) => new(
        "nothing-changed", $"Nothing differs from version {version} of {id}.", "Change something, or leave it as it is.");

    public static Problem TableNameTaken(string name) => new(
        "table-name-taken", $"There already is a saved table at /tables/{name}, or one that was removed and may be taken back.", "Give it another name.");

    public static Problem NoSuchTable(string name) => new(
        "no-such-table", $"There is no saved table {name}.", "See the list of saved tables.");

    public static Problem ChangedMeanwhile() => new(
        "changed-meanwhile", "Somebody else changed this in the meantime; nothing of yours was saved.",
        "What you wrote is still here. Look at what changed, then save it again if it still holds.");

    public static Problem NoSuchRequest() => new("no-such-request", "There is no such request.", "See the work plan.");

    public static Problem AlreadyRunning(Job job) => new(
        "already-running",
        $"A {job.Kind} is already running here since {job.Started:yyyy-MM-dd HH:mm} UTC ({job.Message}).",
        "Wait until it has finished. If its process was killed, its claim ends by itself shortly.");

    public static Problem LeaseLost(string kind) => new(
        "lease-lost", $"This {kind} paused for so long that another one took over.", "Start it again.");
}
