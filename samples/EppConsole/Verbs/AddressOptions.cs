using System.CommandLine;
using EppClient.Commands;

namespace EppConsole.Verbs;

/// <summary>The options of an address.</summary>
internal sealed class AddressOptions
{
    private readonly Option<string[]> _street = new("--street") { Description = "Street; repeat for up to three lines", HelpName = "TEXT" };
    private readonly Option<string?> _city = new("--city") { Description = "City", HelpName = "TEXT" };
    private readonly Option<string?> _state = new("--state") { Description = "State or province", HelpName = "TEXT" };
    private readonly Option<string?> _postalCode = new("--pc") { Description = "Postal code", HelpName = "TEXT" };
    private readonly Option<string?> _country = new("--cc") { Description = "Country, two letters", HelpName = "CC" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_street, _city, _state, _postalCode, _country])
        {
            command.Add(option);
        }
    }

    /// <summary>Reads the address; null if none of its options is given.</summary>
    public ContactAddress? Read(ParseResult parsed) =>
        parsed.GetValue(_city) is null && parsed.GetValue(_country) is null && parsed.GetValue(_street) is null or [] ? null : ReadRequired(parsed);

    /// <exception cref="UsageException">The address has no city or country.</exception>
    public ContactAddress ReadRequired(ParseResult parsed) => new()
    {
        StreetLines = parsed.GetValue(_street) ?? [],
        City = parsed.GetValue(_city) ?? throw new UsageException("An address needs --city."),
        StateOrProvince = parsed.GetValue(_state),
        PostalCode = parsed.GetValue(_postalCode),
        CountryCode = parsed.GetValue(_country) ?? throw new UsageException("An address needs --cc."),
    };
}
