# Reference numbers for EstimationTests/EstimateTests.swift, by R's survey package (version 4.1-1 or later).
# Run: Rscript two-stage.R
#
# Eight units answered of the twenty that there are: twelve small (cell 0, of which 3 answered) and eight large (cell 1,
# of which 5 answered). Officials within a unit are drawn from very many, so the second stage has no correction.
library(survey)

unit  <- rep(c("a", "b", "c", "d", "e", "f", "g", "h"), c(2, 3, 2, 4, 2, 3, 5, 2))
cell  <- ifelse(unit %in% c("a", "b", "c"), 0, 1)
score <- c(1, 2,  2, 4, 3,  1, 1,  5, 4, 4, 2,  3, 3,  4, 5, 2,  5, 4, 3, 5, 4,  2, 5)
yes   <- as.numeric(score >= 4)
size  <- as.vector(table(unit)[unit])
table <- data.frame(unit, cell = factor(cell), row = seq_along(unit), score, yes,
                    first = 8 / 20, second = 1e-12, weight = (20 / 8) / size)

show <- function(name, estimate) cat(sprintf("%-28s %.15f %.15f\n", name, coef(estimate), SE(estimate)))

# Respondents: each counts once.
flat <- svydesign(id = ~unit + row, fpc = ~first + second, weights = ~rep(1, nrow(table)), data = table)
show("respondents score", svymean(~score, flat))
show("respondents yes", svymean(~yes, flat))
# Without a register: no correction.
free <- svydesign(id = ~unit, weights = ~rep(1, nrow(table)), data = table)
show("respondents score, no fpc", svymean(~score, free))
# Units: each counts once.
even <- svydesign(id = ~unit + row, fpc = ~first + second, weights = ~weight, data = table)
show("units score", svymean(~score, even))
show("units yes", svymean(~yes, even))
# Units, post-stratified to 12 small and 8 large.
post <- postStratify(even, ~cell, data.frame(cell = factor(c(0, 1)), Freq = c(12, 8)))
show("post-stratified score", svymean(~score, post))
show("post-stratified yes", svymean(~yes, post))
# Respondents who left the question open: rows 2 and 23.
open <- flat[-c(2, 23), ]
show("respondents score, open", svymean(~score, open))
# The interval of a share on the logit scale.
print(svyciprop(~yes, flat, method = "logit", df = 7), digits = 12)
print(attr(svyciprop(~yes, flat, method = "logit", df = 7), "ci"), digits = 15)
# Intraclass correlation by analysis of variance.
parts <- anova(lm(score ~ unit))[["Mean Sq"]]
n0 <- (length(unit) - sum(table(unit)^2) / length(unit)) / (8 - 1)
cat(sprintf("%-28s %.15f\n", "ICC(1) score", (parts[1] - parts[2]) / (parts[1] + (n0 - 1) * parts[2])))
cat(sprintf("%-28s %.15f\n", "within variance score", parts[2]))
