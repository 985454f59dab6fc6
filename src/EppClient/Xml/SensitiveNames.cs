namespace EppClient.Xml;

/// <summary>
/// Names of elements and attributes that usually contain secrets or personal data, for those that no schema declares. Compared without regard to case, by the
/// words of the name: <c>authCode</c>, <c>auth_code</c> and <c>AUTHCODE</c> are equal, and <c>mapping</c> does not contain <c>pin</c>.
/// </summary>
internal static class SensitiveNames
{
    private static readonly string[] SecretAnywhere = ["password", "passwd", "passphrase", "passcode", "secret"];

    private static readonly string[] SecretParts = ["authinfo", "authcode", "authkey", "authorizationinfo", "authorizationcode", "authorisationcode", "token", "apikey", "privatekey"];

    private static readonly HashSet<string> SecretWords = new(StringComparer.Ordinal) { "pw", "pwd", "newpw", "oldpw", "pin", "otp", "credential", "credentials" };

    // Words that denote facts about a secret instead of the secret itself: authInfoExDate, tokenType.
    private static readonly HashSet<string> Circumstances = new(StringComparer.Ordinal)
    {
        "count", "date", "expiry", "expires", "format", "length", "max", "min", "policy", "regex", "status", "type",
    };

    private static readonly HashSet<string> PersonalNames = new(StringComparer.Ordinal) { "postalinfo", "sp", "pc", "dob", "ssn" };

    private static readonly HashSet<string> PersonalWords = new(StringComparer.Ordinal)
    {
        "birthday", "birthdate", "city", "email", "fax", "firstname", "fullname", "givenname", "lastname", "mobile", "mobilephone", "passport", "phone", "postcode", "street", "surname",
        "telephone", "voice", "zip", "zipcode",
    };

    private static readonly string[] PersonalParts = ["dateofbirth", "emailaddress", "firstname", "fullname", "givenname", "lastname", "postalcode"];

    private static readonly HashSet<string> ContactWords = new(StringComparer.Ordinal) { "addr", "address", "name", "org", "organisation", "organization" };

    private static readonly HashSet<string> Contacts = new(StringComparer.Ordinal) { "contact", "contacts", "holder", "person", "postal", "postalinfo", "registrant" };

    /// <summary>Whether an element or attribute with a name usually contains a secret.</summary>
    public static bool IsSecret(string name)
    {
        var (words, all) = Split(name);
        return SecretAnywhere.Any(part => all.Contains(part, StringComparison.Ordinal))
            || ((words.Exists(SecretWords.Contains) || Array.Exists(SecretParts, part => all.Contains(part, StringComparison.Ordinal))) && !Circumstances.Contains(words[^1]));
    }

    /// <summary>Whether an element or attribute with a name usually contains personal data.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isContact">Whether it belongs to a contact, whose names and addresses are personal data.</param>
    public static bool IsPersonal(string name, bool isContact)
    {
        var (words, all) = Split(name);
        return PersonalNames.Contains(all)
            || words.Exists(PersonalWords.Contains)
            || Array.Exists(PersonalParts, part => all.Contains(part, StringComparison.Ordinal))
            || (isContact && words.Exists(ContactWords.Contains));
    }

    /// <summary>Whether an element with a name describes a person, or is part of such an element.</summary>
    public static bool IsContact(string name) => Split(name).Words.Exists(Contacts.Contains);

    /// <summary>The words of a name in lower case, and the name without separators.</summary>
    private static (List<string> Words, string All) Split(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var isEnd = i == name.Length || !char.IsLetter(name[i]);
            if (isEnd || (i > start && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))))
            {
                if (i > start)
                {
                    words.Add(name[start..i].ToLowerInvariant());
                }

                start = isEnd ? i + 1 : i;
            }
        }

        return (words.Count > 0 ? words : [string.Empty], string.Concat(words));
    }
}
