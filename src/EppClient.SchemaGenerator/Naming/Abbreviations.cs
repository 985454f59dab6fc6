namespace EppClient.SchemaGenerator.Naming;

/// <summary>
/// The table of EPP's abbreviations. A name that is in the table is replaced as a whole; the rows marked as words are also replaced inside longer names. A
/// schema can override this with <c>e:name</c>.
/// </summary>
internal static class Abbreviations
{
    private static readonly (string Short, string Long, bool IsWord)[] Table =
    [
        ("acDate", "ActionDate", false),
        ("acID", "ActingClientId", false),
        ("add", "Add", false),
        ("addr", "Address", true),
        ("addRem", "AddRemove", false),
        ("alg", "Algorithm", true),
        ("auth", "Auth", true),
        ("avail", "Available", true),
        ("cc", "CountryCode", false),
        ("cd", "Item", false),
        ("chg", "Change", true),
        ("chkData", "CheckResult", false),
        ("clID", "SponsoringClientId", false),
        ("clTRID", "ClientTransactionId", false),
        ("crDate", "CreatedDate", false),
        ("creData", "CreateResult", false),
        ("crID", "CreatingClientId", false),
        ("curExpDate", "CurrentExpiryDate", false),
        ("delData", "DeleteResult", false),
        ("delDate", "DeletionDate", false),
        ("delTime", "DeletionTime", false),
        ("deactDate", "DeactivationDate", false),
        ("desc", "Description", true),
        ("disclose", "Disclosure", false),
        ("DNS", "Dns", true),
        ("dsData", "DsData", false),
        ("enum", "Value", true),
        ("exDate", "ExpiryDate", false),
        ("expdate", "ExpiryDate", false),
        ("expDate", "ExpiryDate", false),
        ("ext", "Extension", true),
        ("hostAddr", "HostAddress", false),
        ("hostAttr", "HostAttribute", false),
        ("hostObj", "HostObject", false),
        ("infData", "InfoResult", false),
        ("keyData", "KeyData", false),
        ("lang", "Language", true),
        ("mobilephone", "MobilePhone", false),
        ("msg", "Message", true),
        ("newPW", "NewPassword", false),
        ("ns", "NameServers", false),
        ("op", "Operation", false),
        ("org", "Organization", true),
        ("orgno", "OrganizationNumber", false),
        ("paDate", "CompletedDate", false),
        ("panData", "PendingActionResult", false),
        ("paResult", "Succeeded", false),
        ("paTRID", "TransactionId", false),
        ("pc", "PostalCode", false),
        ("pnumber", "PNumber", false),
        ("pubKey", "PublicKey", false),
        ("pw", "Password", true),
        ("reDate", "RequestDate", false),
        ("reID", "RequestingClientId", false),
        ("relDate", "ReleaseDate", false),
        ("rem", "Remove", true),
        ("renData", "RenewResult", false),
        ("requestedNsAdmin", "RequestedNameServerAdministrator", false),
        ("resReason", "RestoreReason", false),
        ("resTime", "RestoreTime", false),
        ("rgpStatus", "RgpStatus", false),
        ("s", "Status", false),
        ("sp", "StateOrProvince", false),
        ("svTRID", "ServerTransactionId", false),
        ("trackingNo", "TrackingNumber", false),
        ("trDate", "TransferDate", false),
        ("TRID", "TransactionId", true),
        ("trnData", "TransferResult", false),
        ("trStatus", "TransferStatus", false),
        ("upData", "UpdateResult", false),
        ("upDate", "UpdatedDate", false),
        ("updData", "UpdateResult", false),
        ("upID", "UpdatingClientId", false),
        ("vatno", "VatNumber", false),
        ("x", "Extension", false),
    ];

    private static readonly Dictionary<string, string> Names = Table.ToDictionary(r => r.Short, r => r.Long, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Words =
        Table.Where(r => r.IsWord).ToDictionary(r => r.Short, r => r.Long, StringComparer.OrdinalIgnoreCase);

    /// <summary>The readable form of a whole name; null if it is not in the table.</summary>
    public static string? OfName(string name) => Names.TryGetValue(name, out var readable) ? readable : null;

    /// <summary>The readable form of a word inside a name; null if it is not in the table.</summary>
    public static string? OfWord(string word) => Words.TryGetValue(word, out var readable) ? readable : null;
}
