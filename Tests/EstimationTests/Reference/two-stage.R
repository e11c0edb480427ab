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
# Units, weighted to 12 small and 8 large. The estimate is that of postStratify; each unit was as likely to answer as one
# over its weight, which no function of the package allows with rows within units, so the variance is by its formula.
post <- postStratify(even, ~cell, data.frame(cell = factor(c(0, 1)), Freq = c(12, 8)))
for (name in c("score", "yes")) {
  y <- table[[name]]
  mean <- coef(svymean(as.formula(paste0("~", name)), post))
  w <- weights(post)
  fraction <- ifelse(table$cell == 0, 3 / 12, 5 / 8)
  e <- w * (y - ave(w * y, table$cell, FUN = sum) / ave(w, table$cell, FUN = sum)) / sum(w)
  f <- tapply(fraction, unit, mean)
  first <- 8 / 7 * sum((1 - f) * tapply(e, unit, sum)^2)
  second <- sum(f * tapply(e, unit, function(e) length(e) * var(e)))
  cat(sprintf("%-28s %.15f %.15f\n", paste("weighted to cells", name), mean, sqrt(first + second)))
}
# Respondents who left the question open: rows 2 and 23.
open <- flat[-c(2, 23), ]
show("respondents score, open", svymean(~score, open))
# The interval of a share on the logit scale: the first two respondents of each unit, so that all units weigh and vary
# alike, and the population is unknown.
loose <- svydesign(id = ~unit, weights = ~rep(1, 16), data = table[ave(table$row, unit, FUN = rank) <= 2, ])
print(attr(svyciprop(~yes, loose, method = "logit", df = 7), "ci"), digits = 15)
# Units that weigh differently: degrees of freedom and inflation by the whole matrix.
h <- as.vector(base::table(unit)) / length(unit)
B <- diag(h) %*% (diag(8) - rep(1, 8) %o% h)
v <- rowSums(B^2)
cat(sprintf("%-28s %.15f %.15f\n", "small sample, respondents", sum(h^2) / sum(v) * 7 / 8,
            sum(v)^2 / sum(v^2) * sum(v) / sum(h^2)))
# Intraclass correlation by analysis of variance.
parts <- anova(lm(score ~ unit))[["Mean Sq"]]
n0 <- (length(unit) - sum(table(unit)^2) / length(unit)) / (8 - 1)
cat(sprintf("%-28s %.15f\n", "ICC(1) score", (parts[1] - parts[2]) / (parts[1] + (n0 - 1) * parts[2])))
cat(sprintf("%-28s %.15f\n", "within variance score", parts[2]))
# The same for inhabitants of units that were raked to two margins, each as likely to answer as one over its weight.
a <- c(0, 0, 0, 1, 1, 1, 1, 1); b <- c(0, 1, 0, 1, 0, 1, 0, 1)
people <- c(5, 9, 2, 30, 14, 8, 21, 60)
w <- rep(20 / 8, 8)
for (time in 1:200) {
  w <- w * c(12, 8)[a + 1] / ave(w, a, FUN = sum)
  w <- w * c(11, 9)[b + 1] / ave(w, b, FUN = sum)
}
h <- w * people / sum(w * people)
X <- cbind(1, a, b)
H <- X %*% solve(crossprod(X)) %*% t(X)
B <- diag(w) %*% (diag(8) - H) %*% diag(h / w) %*% (diag(8) - rep(1, 8) %o% h)
v <- (1 - pmin(1, 1 / w)) * rowSums(B^2)
d <- (1 - pmin(1, 1 / w)) * h^2
cat(sprintf("%-28s %.15f %.15f\n", "small sample, inhabitants", sum(d) / sum(v) * 7 / 8,
            sum(v)^2 / sum(v^2) * sum(v) / sum(d)))
