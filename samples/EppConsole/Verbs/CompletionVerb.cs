using System.CommandLine;
using EppConsole.Connecting;

namespace EppConsole.Verbs;

/// <summary>Prints a script for command completion in a shell. The script calls this program, so it is always up to date.</summary>
internal static class CompletionVerb
{
    private const string Bash =
        """
        _epp() {
            local IFS=$'\n'
            COMPREPLY=($(epp "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null | grep -- "^${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _epp epp
        """;

    private const string Zsh =
        """
        #compdef epp
        _epp() {
            local -a words_found
            words_found=("${(@f)$(epp "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            compadd -a words_found
        }
        compdef _epp epp
        """;

    private const string Fish =
        """
        complete -c epp -f -a '(epp "[suggest:"(commandline -C)"]" (commandline -p) 2>/dev/null)'
        """;

    private const string PowerShell =
        """
        Register-ArgumentCompleter -Native -CommandName epp -ScriptBlock {
            param($word, $line, $position)
            epp "[suggest:$position]" "$line" | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }
        """;

    public static Command Create(VerbRunner runner)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var completion = new Command("completion", "Print a script for your shell, as in: source <(epp completion bash)") { shell };
        completion.SetAction(runner.Local((parsed, _, print, _) =>
        {
            print.PrintText(parsed.GetRequiredValue(shell) switch { "bash" => Bash, "zsh" => Zsh, "fish" => Fish, _ => PowerShell });
            return Task.CompletedTask;
        }));
        return completion;
    }
}
