using System.CommandLine;
using EppClient.Commands;

namespace EppConsole.Options;

/// <summary>The options of an address.</summary>
internal sealed class AddressOptions
{
    private readonly Option<string[]> _street = new("--street") { Description = "Street; repeat for up to three lines", HelpName = "TEXT" };
    private readonly Option<string?> _city = new("--city") { Description = "City", HelpName = "TEXT" };
    private readonly Option<string?> _state = new("--state") { Description = "State or province", HelpName = "TEXT" };
    private readonly Option<string?> _postalCode = new("--pc") { Description = "Postal code", HelpName = "TEXT" };
    private readonly Option<string?> _country = new("--cc") { Description = "Country, two letters such as DK", HelpName = "CC" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_street, _city, _state, _postalCode, _country])
        {
            command.Add(option);
        }
    }

    /// <summary>Gets the names of the options that a new contact needs and that are not given.</summary>
    public IEnumerable<string> Missing(ParseResult parsed) =>
        ((Option<string?>[])[_city, _country]).Where(option => string.IsNullOrWhiteSpace(parsed.GetValue(option))).Select(option => option.Name);

    /// <summary>Whether an option of the address is given.</summary>
    public bool IsGiven(ParseResult parsed) =>
        parsed.GetValue(_street) is { Length: > 0 } || ((Option<string?>[])[_city, _state, _postalCode, _country]).Any(option => parsed.GetValue(option) is not null);

    /// <summary>Reads the address.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="present">The present address, which has the parts that are not given, because a registry replaces an address as a whole; null for none.</param>
    /// <exception cref="UsageException">The address is incomplete, or its country is not a code.</exception>
    public ContactAddress Read(ParseResult parsed, ContactAddress? present) => new()
    {
        StreetLines = parsed.GetValue(_street) is { Length: > 0 } street ? street : present?.StreetLines ?? [],
        City = parsed.GetValue(_city) ?? present?.City ?? throw new UsageException("An address needs --city."),
        StateOrProvince = parsed.GetValue(_state) ?? present?.StateOrProvince,
        PostalCode = parsed.GetValue(_postalCode) ?? present?.PostalCode,
        CountryCode = CodeOf(parsed.GetValue(_country)) ?? present?.CountryCode ?? throw new UsageException("An address needs --cc."),
    };

    private static string? CodeOf(string? country) => country is null or { Length: 2 } ? country?.ToUpperInvariant()
        : throw new UsageException($"--cc is '{country}' but must be the code of a country (ISO 3166-1), such as DK.");
}
