using EppClient.Commands.Contact;
using EppClient.Dk;

namespace DkLifecycle;

/// <summary>The customers of this play. They live in Denmark and are private persons.</summary>
internal static class Customers
{
    private const string IdaPhone = "+45.20202020";
    private const string IdaEmail = "ida@eksempel.example";

    private static readonly ContactAddress IdaAddress = new() { StreetLines = ["Testvej 1"], City = "Aarhus C", PostalCode = "8000", CountryCode = "DK" };
    private static readonly ContactAddress BoAddress = new() { StreetLines = ["Prøvestræde 2"], City = "Odense C", PostalCode = "5000", CountryCode = "DK" };

    // A registrar that has seen a passport and had an answer from the e-mail address says so; else the registry asks.
    private static readonly DkContactCreate CheckedPerson = new(DkUserType.Individual)
    {
        ContactVerification = new DkContactVerification { VerifiedId = true, VerifiedEmail = true },
    };

    public static ContactCreate Ida => DkContact.Create("Ida Prøve", IdaAddress, IdaEmail, IdaPhone, CheckedPerson);

    public static ContactCreate IdaAgain => DkContact.CreateOrReuse("Ida Prøve", IdaAddress, IdaEmail, IdaPhone, CheckedPerson);

    public static ContactCreate Bo => DkContact.Create("Bo Prøve", BoAddress, "bo@eksempel.example", "+45.30303030", CheckedPerson);
}
