#include "support/recalculation.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <fmt/format.h>
#include <functional>
#include <optional>
#include <stdexcept>

#include "panelbook/core/date.hpp"

namespace panelbook::tests {

using report::ItemId;
using report::ItemRange;
using report::ItemValue;

namespace {

/// What an argument is: one value, or the values of a range.
struct Argument {
    std::vector<ItemValue> values;
    bool range = false;

    const ItemValue& single() const { return values.at(0); }
};

double number_of(const ItemValue& value) {
    if (const auto* number = std::get_if<double>(&value)) return *number;
    if (std::holds_alternative<std::monostate>(value)) return 0.0;
    throw std::runtime_error("a text where a number belongs");
}

bool equal(const ItemValue& one, const ItemValue& other) {
    const auto* text = std::get_if<std::string>(&one);
    const auto* other_text = std::get_if<std::string>(&other);
    if (text || other_text) return text && other_text && *text == *other_text;
    return number_of(one) == number_of(other);
}

std::vector<double> numbers_of(const std::vector<Argument>& arguments) {
    std::vector<double> numbers;
    for (const Argument& argument : arguments)
        for (const ItemValue& value : argument.values)
            if (const auto* number = std::get_if<double>(&value)) numbers.push_back(*number);
    return numbers;
}

double sum_of(const std::vector<double>& numbers) {
    double sum = 0.0;
    for (const double number : numbers) sum += number;
    return sum;
}

double average_of(const std::vector<double>& numbers) {
    if (numbers.empty()) throw std::runtime_error("AVERAGE of nothing");
    return sum_of(numbers) / static_cast<double>(numbers.size());
}

double deviation_of(const std::vector<double>& numbers) {
    if (numbers.size() < 2) throw std::runtime_error("STDEV of fewer than two");
    const double mean = average_of(numbers);
    double squares = 0.0;
    for (const double number : numbers) squares += (number - mean) * (number - mean);
    return std::sqrt(squares / static_cast<double>(numbers.size() - 1));
}

double median_of(std::vector<double> numbers) {
    if (numbers.empty()) throw std::runtime_error("MEDIAN of nothing");
    std::sort(numbers.begin(), numbers.end());
    const std::size_t half = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2.0;
}

/// The criterion "<number" only.
double average_where(const Argument& range, const std::string& criterion) {
    if (criterion.empty() || criterion.front() != '<') throw std::runtime_error("the criterion " + criterion);
    std::vector<double> numbers = numbers_of({range});
    std::erase_if(numbers, [most = std::stod(criterion.substr(1))](double number) { return !(number < most); });
    return average_of(numbers);
}

double sum_product(const std::vector<Argument>& arguments) {
    double sum = 0.0;
    for (std::size_t i = 0; i < arguments.at(0).values.size(); ++i)
        sum += number_of(arguments.at(0).values[i]) * number_of(arguments.at(1).values.at(i));
    return sum;
}

/// Sums `sums` where every pair of a range and a wanted value agrees.
double sum_where(const Argument& sums, const std::vector<std::pair<const Argument*, const Argument*>>& wanted) {
    double sum = 0.0;
    for (std::size_t i = 0; i < sums.values.size(); ++i) {
        const bool agrees = std::all_of(wanted.begin(), wanted.end(), [i](const auto& pair) {
            return equal(pair.first->values.at(i), pair.second->single());
        });
        if (agrees) sum += number_of(sums.values[i]);
    }
    return sum;
}

double count_where(const Argument& range, const Argument& wanted) {
    return static_cast<double>(std::count_if(range.values.begin(), range.values.end(),
                                             [&](const ItemValue& value) { return equal(value, wanted.single()); }));
}

/// 1 is the largest, or the smallest; equal numbers share a rank.
double rank_in(double number, const Argument& range, bool smallest_first) {
    return 1.0 +
           static_cast<double>(std::count_if(range.values.begin(), range.values.end(), [&](const ItemValue& value) {
               return smallest_first ? number_of(value) < number : number_of(value) > number;
           }));
}

/// Half away from zero, as spreadsheets round.
double rounded(double value, double decimals) {
    const double unit = std::pow(10.0, decimals);
    return std::round(value * unit) / unit;
}

ItemValue call(const std::string& name, const std::vector<Argument>& a) {
    if (name == "SUM") return sum_of(numbers_of(a));
    if (name == "AVERAGE") return average_of(numbers_of(a));
    if (name == "STDEV") return deviation_of(numbers_of(a));
    if (name == "MEDIAN") return median_of(numbers_of(a));
    if (name == "AVERAGEIF") return average_where(a.at(0), std::get<std::string>(a.at(1).single()));
    if (name == "ABS") return std::abs(number_of(a.at(0).single()));
    if (name == "SQRT") return std::sqrt(number_of(a.at(0).single()));
    if (name == "ROUND") return rounded(number_of(a.at(0).single()), number_of(a.at(1).single()));
    if (name == "SUMPRODUCT") return sum_product(a);
    if (name == "SUMIF") return sum_where(a.at(2), {{&a[0], &a[1]}});
    if (name == "SUMIFS") return sum_where(a.at(0), {{&a.at(1), &a.at(2)}, {&a.at(3), &a.at(4)}});
    if (name == "COUNT") return static_cast<double>(numbers_of(a).size());
    if (name == "RANK") return rank_in(number_of(a.at(0).single()), a.at(1), number_of(a.at(2).single()) != 0.0);
    if (name == "COUNTIF") return count_where(a.at(0), a.at(1));
    const std::vector<double> numbers = numbers_of(a);
    if (name == "MAX") return *std::max_element(numbers.begin(), numbers.end());
    if (name == "MIN") return *std::min_element(numbers.begin(), numbers.end());
    throw std::runtime_error("the function " + name);
}

/// Reads and works out a formula in one go. Grammar, loosest first: = | & | + - | * / | ^ | sign | operand.
class Reader {
public:
    using Look = std::function<Argument(std::size_t)>;

    Reader(const std::string& text, Look look) : m_text(text), m_look(std::move(look)) {}

    ItemValue result() {
        Argument value = equality();
        if (m_at != m_text.size()) throw std::runtime_error(fmt::format("\"{}\"", m_text.substr(m_at)));
        if (value.range) throw std::runtime_error("a range where a value belongs");
        return value.single();
    }

private:
    bool take(char symbol) {
        if (m_at >= m_text.size() || m_text[m_at] != symbol) return false;
        ++m_at;
        return true;
    }
    void expect(char symbol) {
        if (!take(symbol)) throw std::runtime_error(fmt::format("no {} at {}", symbol, m_at));
    }

    Argument equality() {
        Argument left = joined();
        if (!take('=')) return left;
        return {{equal(left.single(), joined().single()) ? 1.0 : 0.0}};
    }
    /// Spreadsheets join a number with 15 digits.
    Argument joined() {
        Argument left = sum();
        while (take('&'))
            left = {{std::get<std::string>(left.single()) + fmt::format("{:.15g}", number_of(sum().single()))}};
        return left;
    }
    Argument sum() {
        Argument left = product();
        while (true) {
            if (take('+'))
                left = {{number_of(left.single()) + number_of(product().single())}};
            else if (take('-'))
                left = {{number_of(left.single()) - number_of(product().single())}};
            else
                return left;
        }
    }
    Argument product() {
        Argument left = power();
        while (true) {
            if (take('*'))
                left = {{number_of(left.single()) * number_of(power().single())}};
            else if (take('/'))
                left = {{number_of(left.single()) / number_of(power().single())}};
            else
                return left;
        }
    }
    Argument power() {
        Argument base = operand();
        if (!take('^')) return base;
        return {{std::pow(number_of(base.single()), number_of(operand().single()))}};
    }
    Argument operand() {
        if (take('-')) return {{-number_of(operand().single())}};
        if (take('(')) {
            Argument inner = equality();
            expect(')');
            return inner;
        }
        if (take('{')) {
            const auto index = static_cast<std::size_t>(number());
            expect('}');
            return m_look(index);
        }
        if (take('"')) {
            const std::size_t end = m_text.find('"', m_at);
            std::string text = m_text.substr(m_at, end - m_at);
            m_at = end + 1;
            return {{std::move(text)}};
        }
        if (m_at < m_text.size() && std::isupper(static_cast<unsigned char>(m_text[m_at]))) return function();
        return {{number()}};
    }
    double number() {
        std::size_t used = 0;
        const double value = std::stod(m_text.substr(m_at), &used);
        m_at += used;
        return value;
    }
    Argument function() {
        std::string name;
        while (std::isupper(static_cast<unsigned char>(m_text.at(m_at)))) name += m_text[m_at++];
        expect('(');
        if (name == "IF") return condition();
        std::vector<Argument> arguments{equality()};
        while (take(',')) arguments.push_back(equality());
        expect(')');
        return {{call(name, arguments)}};
    }
    /// Both branches are worked out, and one is taken: x/0 is no error until it is used.
    Argument condition() {
        const bool holds = number_of(equality().single()) != 0.0;
        expect(',');
        Argument then = equality();
        expect(',');
        Argument otherwise = equality();
        expect(')');
        return holds ? then : otherwise;
    }

    const std::string& m_text;
    Look m_look;
    std::size_t m_at = 0;
};

}  // namespace

Recalculation::Recalculation(const report::Report& report) : m_report(&report) {
    const auto show = [this](ItemId item) { m_places.try_emplace(item); };
    const auto show_block = [&](const report::KpiBlock& block) {
        if (block.headline) show(*block.headline);
        for (const auto& line : block.lines) show(line.second);
        for (const ItemId item : block.sentences) show(item);
    };
    for (const report::Page& page : report.pages) {
        for (const report::Block& block : page.blocks) {
            if (const auto* table = std::get_if<report::Table>(&block)) {
                for (std::size_t row = 0; row < table->rows.size(); ++row)
                    for (std::size_t column = 0; column < table->rows[row].size(); ++column)
                        m_places[table->rows[row][column]] = {table, row, column};
            } else if (const auto* words = std::get_if<report::Paragraphs>(&block)) {
                for (const ItemId item : words->items) show(item);
            } else if (const auto* tiles = std::get_if<report::TilePage>(&block)) {
                for (const report::Tile& tile : tiles->tiles)
                    for (const report::TileLine& line : tile.lines)
                        for (const ItemId item : line.figures) show(item);
            } else if (const auto* kpi = std::get_if<report::KpiBlock>(&block)) {
                show_block(*kpi);
            } else {
                show_block(std::get<report::ExceptionBlock>(block).kpi);
            }
        }
    }
}

bool Recalculation::shown(ItemId item) const {
    return m_places.count(item) > 0;
}

std::vector<ItemId> Recalculation::items(ItemRange range) const {
    const auto first = m_places.find(range.first);
    const auto last = m_places.find(range.last);
    if (first == m_places.end() || last == m_places.end()) throw std::runtime_error("a range that is shown nowhere");
    const Place& from = first->second;
    const Place& to = last->second;
    if (!from.table || from.table != to.table || from.column != to.column || from.row > to.row)
        throw std::runtime_error("a range that is not in one column of one table");
    std::vector<ItemId> found;
    for (std::size_t row = from.row; row <= to.row; ++row) found.push_back(from.table->rows[row][from.column]);
    return found;
}

ItemValue Recalculation::value(ItemId item) {
    if (const auto known = m_values.find(item); known != m_values.end()) return known->second;
    const report::Item& asked = (*m_report)[item];
    if (!asked.formula) return m_values[item] = asked.value;
    const report::Formula& formula = *asked.formula;
    const auto look = [&](std::size_t index) {
        const report::Reference& reference = formula.references.at(index);
        if (const auto* range = std::get_if<ItemRange>(&reference)) {
            Argument argument{{}, true};
            for (const ItemId one : items(*range)) argument.values.push_back(value(one));
            return argument;
        }
        const ItemId one = std::get<ItemId>(reference);
        if (!shown(one)) throw std::runtime_error("an item that is shown nowhere");
        return Argument{{value(one)}};
    };
    try {
        return m_values[item] = Reader(formula.text, look).result();
    } catch (const std::exception& problem) {
        throw std::runtime_error(fmt::format("{}: {}", formula.text, problem.what()));
    }
}

std::map<std::string, const report::Table*> tables_of(const report::Report& report) {
    std::map<std::string, const report::Table*> tables;
    for (const report::Page& page : report.pages)
        for (const report::Block& block : page.blocks)
            if (const auto* table = std::get_if<report::Table>(&block))
                tables[table->name.empty() ? table->title : table->name] = table;
    return tables;
}

std::string text_of(const report::Report& report, ItemId item) {
    const ItemValue& value = report[item].value;
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
    if (const auto* date = std::get_if<Date>(&value)) return to_iso(*date);
    return {};
}

}  // namespace panelbook::tests
