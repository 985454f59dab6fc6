using EppClient.Commands;
using EppClient.Dk;
using EppClient.Extensions;
using EppClient.Xml;

namespace DkLifecycle;

/// <summary>The customers in this story. They live in Denmark and are private persons.</summary>
internal static class Customers
{
    /// <summary>The digest of a key signing key, from the DNS operator.</summary>
    public static readonly SecDnsDsData Ds =
        new(keyTag: 12345, algorithm: 13, digestType: 2, EppBinary.FromHex("00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF"));

    // A registrar that has seen a passport and received a reply from the e-mail address reports so; otherwise the registry verifies the customer.
    public static DkNewIndividual Ida { get; } = new()
    {
        Name = "Ida Prøve",
        Address = new ContactAddress { StreetLines = ["Testvej 1"], City = "Aarhus C", PostalCode = "8000", CountryCode = "DK" },
        Email = "ida@eksempel.example",
        Voice = "20 20 20 20",
        IsVerified = true,
    };

    public static DkNewIndividual Bo { get; } = new()
    {
        Name = "Bo Prøve",
        Address = new ContactAddress { StreetLines = ["Prøvestræde 2"], City = "Odense C", PostalCode = "5000", CountryCode = "DK" },
        Email = "bo@eksempel.example",
        Voice = "30 30 30 30",
        IsVerified = true,
    };
}
