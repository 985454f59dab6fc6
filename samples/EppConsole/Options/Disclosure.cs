using System.CommandLine;
using EppClient.Commands;

namespace EppConsole.Options;

/// <summary>The options for which fields of a contact the registry may show to others (RFC 5733, section 2.9).</summary>
internal sealed class Disclosure
{
    private static readonly string[] Fields = ["name", "org", "addr", "voice", "fax", "email"];

    private readonly Option<string[]> _show = Option("--disclose", "A field that the registry may show to others");
    private readonly Option<string[]> _hide = Option("--hide", "A field that the registry must not show to others");

    public void AddTo(Command command)
    {
        command.Add(_show);
        command.Add(_hide);
    }

    /// <summary>Reads the options; null if none is given.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="form">The form of name, organization and address.</param>
    /// <exception cref="UsageException">Both options are given: a command says one or the other.</exception>
    public ContactDisclosure? Read(ParseResult parsed, ContactPostalInfoForm form) => (parsed.GetValue(_show) ?? [], parsed.GetValue(_hide) ?? []) switch
    {
        ([], []) => null,
        (var shown, []) => Of(shown, isAllowed: true, form),
        ([], var hidden) => Of(hidden, isAllowed: false, form),
        _ => throw new UsageException("--disclose and --hide cannot be combined: a command has one of them."),
    };

    /// <summary>Gets the fields of a preference, as a response shows it.</summary>
    public static List<string> FieldsOf(ContactDisclosure disclosure) =>
    [
        .. disclosure.Names.Select(form => $"name {form.Type}"), .. disclosure.Organizations.Select(form => $"org {form.Type}"), .. disclosure.Addresses.Select(form => $"addr {form.Type}"),
        .. disclosure.Voice ? ["voice"] : Array.Empty<string>(), .. disclosure.Fax ? ["fax"] : Array.Empty<string>(), .. disclosure.Email ? ["email"] : Array.Empty<string>(),
    ];

    private static ContactDisclosure Of(string[] fields, bool isAllowed, ContactPostalInfoForm form) => new()
    {
        Allowed = isAllowed,
        Names = fields.Contains("name") ? [form] : [],
        Organizations = fields.Contains("org") ? [form] : [],
        Addresses = fields.Contains("addr") ? [form] : [],
        Voice = fields.Contains("voice"),
        Fax = fields.Contains("fax"),
        Email = fields.Contains("email"),
    };

    private static Option<string[]> Option(string name, string description)
    {
        var option = new Option<string[]>(name) { Description = $"{description}: {string.Join(", ", Fields)}; repeat for each", HelpName = "FIELD" };
        option.AcceptOnlyFromAmong(Fields);
        return option;
    }
}
