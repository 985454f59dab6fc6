using System.CommandLine;
using EppConsole.Registries;

namespace EppConsole.Options;

/// <summary>The options for the fields of a contact that only .dk has.</summary>
internal sealed class DkContactOptions
{
    private readonly Option<string?> _kind = new("--kind") { Description = "For .dk: individual, company, public_organization or association", HelpName = "KIND" };
    private readonly Option<string?> _cvr = new("--cvr") { Description = "For .dk: the CVR number of the organization; abroad its VAT number", HelpName = "NUMBER" };
    private readonly Option<string?> _pNumber = new("--p-number") { Description = "For .dk: the number of the organization's unit", HelpName = "NUMBER" };
    private readonly Option<string?> _ean = new("--ean") { Description = "For .dk: the number for electronic invoices", HelpName = "NUMBER" };
    private readonly Option<string?> _mobile = new("--mobile") { Description = "For .dk: mobile telephone", HelpName = "NUMBER" };
    private readonly Option<string?> _secondEmail = new("--second-email") { Description = "For .dk: a second e-mail address", HelpName = "ADDRESS" };

    public DkContactOptions() => _kind.AcceptOnlyFromAmong("individual", "company", "public_organization", "association");

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_kind, _cvr, _pNumber, _ean, _mobile, _secondEmail])
        {
            command.Add(option);
        }
    }

    public DkContactFields Read(ParseResult parsed) => new()
    {
        Kind = parsed.GetValue(_kind),
        Cvr = parsed.GetValue(_cvr),
        PNumber = parsed.GetValue(_pNumber),
        Ean = parsed.GetValue(_ean),
        Mobile = parsed.GetValue(_mobile),
        SecondEmail = parsed.GetValue(_secondEmail),
    };
}
