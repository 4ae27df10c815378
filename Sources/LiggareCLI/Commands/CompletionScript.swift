/// The script by which a shell asks `liggare completions words` what may stand at the cursor.
enum CompletionScript: String, CaseIterable {
  case bash, zsh, fish

  /// The line that installs it for one user.
  var installing: String {
    switch self {
    case .bash: "liggare completions bash > ~/.local/share/bash-completion/completions/liggare"
    case .zsh: #"liggare completions zsh > "${fpath[1]}/_liggare""#
    case .fish: "liggare completions fish > ~/.config/fish/completions/liggare.fish"
    }
  }

  var text: String {
    switch self {
    case .bash: Self.bashText
    case .zsh: Self.zshText
    case .fish: Self.fishText
    }
  }

  /// Bash splits words at `=` and `:`; they are put together again, and what stands before the last of them is not offered twice.
  private static let bashText = #"""
    # bash completion of liggare, written by "liggare completions bash"
    _liggare() {
      local -a words=()
      local word line joined= last=${COMP_WORDS[COMP_CWORD]} i
      for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ ($word == = || $word == :) && ${#words[@]} -gt 0 ]]; then
          words[${#words[@]}-1]+=$word
          joined=1
        elif [[ $joined ]]; then
          words[${#words[@]}-1]+=$word
          joined=
        else
          words+=("$word")
        fi
      done
      [[ $last == = || $last == : ]] && last=
      local whole=${words[${#words[@]}-1]}
      local lead=${whole%"$last"}
      COMPREPLY=()
      while IFS= read -r line; do
        case $line in
          :files) compopt -o filenames 2>/dev/null; while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$last") ;;
          :folders) compopt -o filenames 2>/dev/null; while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$last") ;;
          *) line=${line%%$'\t'*}; COMPREPLY+=("${line#"$lead"}") ;;
        esac
      done < <("${1/#\~/$HOME}" completions words -- "${words[@]}" 2>/dev/null)
    }
    complete -F _liggare liggare

    """#

  private static let zshText = #"""
    #compdef liggare
    # zsh completion of liggare, written by "liggare completions zsh"
    _liggare() {
      local -a lines candidates
      local line
      lines=("${(@f)$("${(Q)words[1]}" completions words -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
      case ${lines[1]} in
        :files) _files ;;
        :folders) _files -/ ;;
        *)
          for line in $lines; do
            if [[ $line == *$'\t'* ]]; then
              candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
            elif [[ -n $line ]]; then
              candidates+=("${line//:/\\:}")
            fi
          done
          _describe liggare candidates
          ;;
      esac
    }
    if [[ ${funcstack[1]} == _liggare ]]; then
      _liggare "$@"
    else
      compdef _liggare liggare
    fi

    """#

  private static let fishText = #"""
    # fish completion of liggare, written by "liggare completions fish"
    function __liggare_complete
        set -l words (commandline -opc)
        set -l program $words[1]
        set -e words[1]
        set -l current (commandline -ct)
        set -l lines ($program completions words -- $words "$current" 2>/dev/null)
        switch "$lines[1]"
            case :files
                __fish_complete_path "$current"
            case :folders
                __fish_complete_directories "$current"
            case '*'
                test (count $lines) -gt 0; and printf '%s\n' $lines
        end
    end
    complete -c liggare -f -a '(__liggare_complete)'

    """#
}
