package io.github.pycmaven.compiler.parser.invalid;

import io.github.pycmaven.compiler.token.TokenKind;
import io.github.pycmaven.target.Feature;
import io.github.pycmaven.util.Resources;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads {@code rules.txt}, whose first lines explain its notation. */
final class RuleReader {
  private static final List<String> SOFT_KEYWORDS = List.of("_", "case", "match", "type");

  private static final String IF = "  if ";
  private static final String UNLESS = "  unless ";

  private final Map<String, Rule> rules = new HashMap<>();
  private final Map<String, Integer> tokens = new HashMap<>();

  private RuleReader() {
    for (int kind = 0; kind < TokenKind.COUNT; kind++) {
      tokens.put(TokenKind.name(kind), kind);
      if (TokenKind.text(kind) != null) {
        tokens.put(TokenKind.text(kind), kind);
      }
    }
  }

  /** The rules as they are for a target that has some features. */
  static Map<String, Rule> read(Predicate<Feature> features) {
    RuleReader reader = new RuleReader();
    List<String> lines = expand(chosen(lines(), features));
    for (int i = 0; i < lines.size(); ) {
      int end = i + 1;
      while (end < lines.size() && lines.get(end).startsWith(" ")) {
        end++;
      }
      reader.rule(lines.get(i), lines.subList(i + 1, end));
      i = end;
    }
    for (Rule rule : reader.rules.values()) {
      if (rule.choice == null) {
        throw new IllegalStateException("no rule " + rule.name);
      }
    }
    return reader.rules;
  }

  private static List<String> lines() {
    byte[] text = Resources.beside(RuleReader.class, "rules.txt");
    List<String> lines = new ArrayList<>();
    for (String line : new String(text, StandardCharsets.UTF_8).split("\n")) {
      if (!line.isBlank() && !line.startsWith("#")) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The features that the rules depend on. */
  static Set<Feature> conditions() {
    Set<Feature> conditions = EnumSet.noneOf(Feature.class);
    chosen(
        lines(),
        feature -> {
          conditions.add(feature);
          return true;
        });
    return conditions;
  }

  /** The lines whose conditions hold, without the conditions. */
  private static List<String> chosen(List<String> lines, Predicate<Feature> features) {
    List<String> out = new ArrayList<>();
    for (String line : lines) {
      String rest = line;
      boolean holds = true;
      while (rest.startsWith(IF) || rest.startsWith(UNLESS)) {
        boolean wanted = rest.startsWith(IF);
        int start = wanted ? IF.length() : UNLESS.length();
        int end = rest.indexOf(' ', start);
        holds &= features.test(Feature.valueOf(rest.substring(start, end))) == wanted;
        rest = " " + rest.substring(end);
      }
      if (holds) {
        out.add(rest);
      }
    }
    return out;
  }

  /** Writes out the lines between {@code %each} and {@code %end}. */
  private static List<String> expand(List<String> lines) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("%each ")) {
        out.add(lines.get(i));
        continue;
      }
      int end = lines.indexOf("%end");
      String[] sides = lines.get(i).substring("%each ".length()).split(" = ");
      String[] names = sides[0].split(" ");
      for (String set : sides[1].split(" \\| ")) {
        String[] values = set.split(" ");
        for (String line : lines.subList(i + 1, end)) {
          String expanded = line;
          for (int n = 0; n < names.length; n++) {
            String value = values[n].equals("-") ? "" : values[n];
            expanded = expanded.replace("{" + names[n] + "}", value);
          }
          out.add(expanded);
        }
      }
      lines.set(end, "");
      i = end;
    }
    return out;
  }

  private Rule named(String name) {
    return rules.computeIfAbsent(name, n -> new Rule(n, rules.size()));
  }

  private void rule(String head, List<String> body) {
    int colon = head.indexOf(':');
    Rule rule = named(head.substring(0, colon));
    String rest = head.substring(colon + 1).trim();
    List<String> alternatives = new ArrayList<>(body);
    for (String flag : rest.split(" ")) {
      if (body.isEmpty()) {
        break;
      }
      rule.memo |= flag.equals("memo");
      rule.left |= flag.equals("left");
      rule.valid |= flag.equals("valid");
      rule.inner |= flag.equals("inner");
      rule.top |= flag.equals("top");
      rule.kept |= flag.equals("kept");
    }
    if (body.isEmpty() && !rest.isEmpty()) {
      alternatives.add(rest);
    }
    List<Choice.Alternative> read = new ArrayList<>();
    for (String line : alternatives) {
      String text = line.trim();
      boolean searching = text.startsWith("@ ");
      Line in = new Line(searching ? text.substring(2) : text);
      read.add(in.alternative(searching));
      in.skip();
      if (in.pos < in.text.length()) {
        throw new IllegalStateException("cannot read " + line + " at " + in.pos);
      }
    }
    rule.choice = new Choice(read);
  }

  /** One line of the file. */
  private final class Line {
    final String text;
    int pos;

    Line(String text) {
      this.text = text;
    }

    void skip() {
      while (pos < text.length() && text.charAt(pos) == ' ') {
        pos++;
      }
    }

    boolean take(String word) {
      skip();
      if (!text.startsWith(word, pos)) {
        return false;
      }
      pos += word.length();
      return true;
    }

    Choice choice() {
      List<Choice.Alternative> alternatives = new ArrayList<>();
      do {
        alternatives.add(alternative(false));
      } while (take("| "));
      return new Choice(alternatives);
    }

    Choice.Alternative alternative(boolean searching) {
      List<Part> parts = new ArrayList<>();
      List<Integer> labels = new ArrayList<>();
      Map<String, Integer> names = new LinkedHashMap<>();
      for (; ; ) {
        skip();
        if (pos == text.length()
            || text.startsWith("->", pos)
            || text.startsWith("=>", pos)
            || text.startsWith("| ", pos)
            || text.charAt(pos) == ')') {
          break;
        }
        String label = label();
        if (label != null) {
          names.put(label, names.size());
        }
        labels.add(label == null ? -1 : names.get(label));
        parts.add(part());
      }
      Outcome outcome = outcome(names);
      int[] places = labels.stream().mapToInt(Integer::intValue).toArray();
      return new Choice.Alternative(
          parts.toArray(new Part[0]), places, names.size(), outcome, searching);
    }

    private String label() {
      if (pos + 1 < text.length()
          && text.charAt(pos) >= 'a'
          && text.charAt(pos) <= 'z'
          && text.charAt(pos + 1) == '=') {
        pos += 2;
        return text.substring(pos - 2, pos - 1);
      }
      return null;
    }

    private Part part() {
      if (take("~")) {
        return new Part.Cut();
      }
      if (take("&")) {
        return new Part.Ahead(suffixed(), true);
      }
      if (take("!")) {
        return new Part.Ahead(suffixed(), false);
      }
      return suffixed();
    }

    private Part suffixed() {
      int start = pos;
      Part part = atom();
      String written = text.substring(start, pos);
      char suffix = pos < text.length() ? text.charAt(pos) : ' ';
      switch (suffix) {
        case '?':
          pos++;
          return new Part.Optional(part);
        case '*':
          pos++;
          return new Part.Loop(part, false);
        case '+':
          pos++;
          return new Part.Loop(part, true);
        case '!':
          pos++;
          return new Part.Forced(tokens.get(written.substring(1, written.length() - 1)));
        case '.':
          {
            pos++;
            Part separated = new Part.Separated(part, atom());
            if (!take("+")) {
              throw new IllegalStateException("+ expected: " + text);
            }
            return separated;
          }
        default:
          return part;
      }
    }

    private Part atom() {
      if (take("(")) {
        Choice inner = choice();
        if (!take(")")) {
          throw new IllegalStateException(") expected: " + text + " at " + pos);
        }
        return new Part.Group(inner);
      }
      char quote = text.charAt(pos);
      if (quote == '\'' || quote == '"') {
        int end = text.indexOf(quote, pos + 1);
        String word = text.substring(pos + 1, end);
        pos = end + 1;
        return quote == '"' ? new Part.Soft(List.of(word)) : new Part.Token(tokens.get(word));
      }
      String word = word();
      switch (word) {
        case "SOFT_KEYWORD":
          return new Part.Soft(SOFT_KEYWORDS);
        case "TYPE_COMMENT":
          return new Part.Never();
        default:
          return tokens.containsKey(word) && word.charAt(0) < 'a'
              ? new Part.Token(tokens.get(word))
              : new Part.Call(named(word));
      }
    }

    private boolean isWordPart(char c) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private String word() {
      int start = pos;
      while (pos < text.length() && isWordPart(text.charAt(pos))) {
        pos++;
      }
      if (start == pos) {
        throw new IllegalStateException("cannot read " + text + " at " + pos);
      }
      return text.substring(start, pos);
    }

    private Outcome outcome(Map<String, Integer> names) {
      if (take("=> ")) {
        return complaint(names);
      }
      if (!take("-> ")) {
        return null;
      }
      boolean method = take("#");
      String word = word();
      if (!take("(")) {
        return new Outcome.Pick(names.get(word));
      }
      String arguments = text.substring(pos, text.indexOf(')', pos));
      pos += arguments.length() + 1;
      List<Integer> parts = new ArrayList<>();
      for (String argument : arguments.split(", ")) {
        if (!argument.isEmpty()) {
          parts.add(names.get(argument));
        }
      }
      int[] places = parts.stream().mapToInt(Integer::intValue).toArray();
      return method
          ? new Outcome.Apply(Methods.named(word), places)
          : new Outcome.Build(Shape.of(word), places);
    }

    private Outcome complaint(Map<String, Integer> names) {
      String place = word();
      skip();
      List<Integer> parts = new ArrayList<>();
      String kind = place;
      while (pos < text.length() && text.charAt(pos) != '"') {
        String word = word();
        if (names.containsKey(word)) {
          parts.add(names.get(word));
        } else {
          kind = place + " " + word;
        }
        skip();
      }
      String words = "";
      if (pos < text.length()) {
        words = text.substring(pos + 1, text.lastIndexOf('"')).replace("\\\"", "\"");
        pos = text.length();
      }
      return new Outcome.Complain(
          kind,
          parts.isEmpty() ? -1 : parts.get(0),
          parts.size() < 2 ? -1 : parts.get(1),
          new Wording(words, names));
    }
  }
}
